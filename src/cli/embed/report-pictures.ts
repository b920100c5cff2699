/** Blocks that show a picture which their readers would not see. */
import { fencedParts } from '../../source/index.js';
import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { quoteWord } from '../grammar/index.js';
import type { OptionValues } from '../grammar/index.js';
import { configNames, DEFAULT_OUT, displayPath, isShipped, openProjects } from '../project/index.js';
import type { Project } from '../project/index.js';
import { isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { documentKind, wordSpan } from '../../docs/index.js';
import type { EmbeddedBlock, ShownFlow } from '../../docs/index.js';
import { pictureVariants } from '../../model/index.js';
import { defaultFormats } from '../../render.js';
import type { Diagnostic, Severity, Source } from '../../source/index.js';
import { betterImageFolder, hasComponent, pictureRoot, siteOf } from './site.js';
import type { Site } from './site.js';

export const SHOWN_PICTURES = 'shown-pictures';

interface PictureReport {
  /** Of a picture that is not there: where it is no error, those that the next `render` makes are none to speak of. */
  readonly missing: Extract<Severity, 'error' | 'warning'>;
  /** Of the command line. */
  readonly options: OptionValues;
}

type ReportPictures = (source: Source, blocks: readonly EmbeddedBlock[]) => Promise<readonly Diagnostic[]>;

/** For the documents of a project. */
export function openPictureReport(
  project: Project,
  { missing, options: { out, format } }: PictureReport,
  world: World,
): ReportPictures {
  const asked: OptionValues = { ...(out !== undefined && { out }), ...(format && { format }) };
  // Only who shows a picture that is not there needs to know what is made.
  let makers: Promise<readonly Project[]> | null = null;
  const findMakers = () => (makers ??= openProjects({ paths: [], options: asked }, world).then((all) => all.projects));
  return async ({ path, text }, blocks) => {
    const document = resolve(world.cwd, path);
    const root = pictureRoot(document, resolve(world.cwd, project.options.out ?? DEFAULT_OUT), world);
    const found: Diagnostic[] = [];
    for (const block of blocks) {
      const { shown, flowPath } = block;
      if (!shown || flowPath === null || shown.pictures.length === 0) continue;
      const files = shown.pictures.map((picture) => resolve(root, picture));
      const absent = files.find((file) => !isThere(file, world));
      const report = (severity: Severity, message: string, hint: string) =>
        void found.push({
          code: SHOWN_PICTURES,
          severity,
          message,
          span: wordSpan(block.begin.span, wordOf(shown)),
          hint,
        });
      const notice = siteNotice(shown, { document, text, picture: files[0] ?? '', project }, world);
      if (notice) report('warning', ...notice);
      if (absent === undefined) continue;
      const { isMade, hint } = wayToMake(absent, { shown, flowPath, project, makers: await findMakers() }, world);
      if (missing === 'error')
        report('error', `${displayPath(absent, world)}, which this block shows, is missing`, hint);
      else if (!isMade) report('warning', `nothing makes ${displayPath(absent, world)}, which this block shows`, hint);
    }
    return found;
  };
}

/** The word of the marker that asks for a picture. */
const wordOf = ({ citation: { embedding, section } }: ShownFlow): string => {
  if (embedding.kind === 'picture') return 'picture';
  return section === null ? 'format' : 'section';
};

interface Absent {
  readonly shown: ShownFlow;
  readonly flowPath: string;
  readonly project: Project;
  /** All whose flows are rendered. */
  readonly makers: readonly Project[];
}

interface Way {
  /** Whether the next `render` makes it. */
  readonly isMade: boolean;
  readonly hint: string;
}

function wayToMake(file: string, { shown: { flow, citation }, flowPath, project, makers }: Absent, world: World): Way {
  const format = extname(file).slice(1);
  const config = project.config.path ?? configNames[0];
  const flowFile = resolve(world.cwd, flowPath);
  const maker = makers.find(
    ({ paths, options }) =>
      paths.includes(flowFile) && resolve(world.cwd, options.out ?? DEFAULT_OUT) === dirname(file),
  );
  const named = maker ? maker.options.format : project.options.format;
  const formats = `formats: [${[...new Set([...(named ?? defaultFormats(flow)), format])].join(', ')}]`;
  if (!maker && isShipped(flowFile, world)) {
    const own = `authflow init --from ${basename(flowFile, extname(flowFile))}`;
    return {
      isMade: false,
      hint: `make it a flow of your own (${own}), cite its file, and write into ${config}: ${formats}`,
    };
  }
  if (!maker) return { isMade: false, hint: `list ${flowPath} under "flows" in ${config}, with ${formats}` };
  const drawn = pictureVariants(flow, format).map(({ path }) => path(format));
  if (!drawn.includes(basename(file).replace(/\.p\d+(?=\.\w+$)/, ''))) {
    return {
      isMade: false,
      hint: `the pictures of this flow are ${drawn.join(', ')}: set "theme" in the flow, not in the block`,
    };
  }
  const command = `authflow render ${quoteWord(flowPath)}`;
  const { fit } = citation;
  if (fit !== null && maker.options.paper !== fit) {
    const once = `${command} --format ${format} --fit ${quoteWord(fit)}`;
    return {
      isMade: false,
      hint: `write into ${config}: ${formats}, fit: ${fit}, and run authflow render; or run once: ${once}`,
    };
  }
  if (named?.some((name) => name === format)) return { isMade: true, hint: `make it with: ${command}` };
  return {
    isMade: false,
    hint: `write into ${config}: ${formats}, and run authflow render; or run once: ${command} --format ${format}`,
  };
}

interface Placed {
  /** Absolute. */
  readonly document: string;
  readonly text: string;
  /** Absolute. */
  readonly picture: string;
  readonly project: Project;
}

type Notice = readonly [message: string, hint: string];

/** What the site around a document makes of its pictures. */
function siteNotice(shown: ShownFlow, placed: Placed, world: World): Notice | null {
  const site = siteOf(placed.document, world);
  const { citation } = shown;
  if (documentKind(placed.document) === 'asciidoc')
    return site?.kind === 'antora' ? antoraNotice(site, placed, world) : null;
  if (citation.picture === 'docusaurus') {
    const isKnown = importsThemedImage(placed.text) || (site !== null && hasComponent(site, 'ThemedImage', world));
    if (isKnown) return null;
    return ['the page does not import <ThemedImage>', "add to it: import ThemedImage from '@theme/ThemedImage';"];
  }
  const isPage = citation.embedding.kind === 'page';
  if (site === null) return null;
  if (isPage || citation.picture === 'html') return htmlNotices[site.kind]?.(isPage) ?? null;
  return site.kind === 'hugo' && !isInBundle(placed)
    ? ['Hugo finds no picture outside of the folder of its page', hugoHint]
    : null;
}

/** A folder with an index is a page, whose files Hugo serves beside it. */
const isInBundle = ({ document, picture }: Placed): boolean =>
  /^_?index\.(?:md|markdown)$/.test(basename(document)) &&
  `${dirname(picture)}${sep}`.startsWith(dirname(document) + sep);

/** Hugo leaves HTML and paths out, but serves what is in a page's own folder. */
const hugoHint = 'write picture=markdown in the index.md of a folder, and "out" in the configuration: that folder';

const htmlNotices: Readonly<Partial<Record<Site['kind'], (isPage: boolean) => Notice>>> = {
  docusaurus: (isPage) => [
    'Docusaurus does not publish the pictures of <picture> and <img>',
    isPage
      ? 'take "picture" out of the flow\'s page, and add a block with picture=docusaurus'
      : 'write picture=docusaurus, or picture=markdown for one picture',
  ],
  hugo: (isPage) => [
    'Hugo leaves out <picture> and <img>',
    isPage ? 'take "picture" out of the flow\'s page, and add a block with picture=markdown' : hugoHint,
  ],
  mkdocs: (isPage) => [
    'MkDocs moves the page, but leaves the paths of <picture> and <img> as they are',
    isPage
      ? 'take "picture" out of the flow\'s page, and add a block with picture=markdown'
      : 'write picture=markdown, and keep the pictures in its docs_dir',
  ],
};

/** As ES modules do, outside of code. */
const importsThemedImage = (text: string): boolean =>
  /^import\s+ThemedImage\s+from\s+(['"])@theme\/ThemedImage\1/m.test(
    fencedParts(text)
      .filter(({ isCode }) => !isCode)
      .map((part) => part.text)
      .join(''),
  );

function antoraNotice(site: Site, { document, picture, project }: Placed, world: World): Notice | null {
  const better = betterImageFolder(site, document, picture, world);
  if (better === null) return null;
  const out = relative(project.config.folder, better).split(sep).join('/');
  const config = project.config.path ?? configNames[0];
  return [
    `Antora shows no picture from outside of ${displayPath(better, world)}`,
    `write into ${config}: out: ${out}; "image::" is then inside of the module`,
  ];
}
