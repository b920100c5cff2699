/** `NAME/authflow`, of package.json. */
export function addressOf(manifest: { readonly repository: { readonly url: string } }): string;
