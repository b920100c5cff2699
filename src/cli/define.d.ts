/** Set by the build (build/build.js) from package.json. */
declare const AUTHFLOW_VERSION: string;
