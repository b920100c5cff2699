/** As in the Dockerfile. */
export const USER = 65532;
