/** How pictures are drawn where nobody says otherwise. */
export const PICTURE_DEFAULTS = {
  scale: 2,
  background: 'white',
  embedFonts: false,
} as const;
