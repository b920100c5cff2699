// The browser comes from the machine or from npm; an install must never download one (src/raster/).
module.exports = { skipDownload: true };
