/** Runs in the page that has loaded draw.io's viewer. */
/* global document, window, Graph, mxCodec, mxUtils */

/** Opens a page of a file, `index` from 0, and changes it as an editor does. */
function drawPage(xml, index, changes) {
  const container = document.getElementById('graph');
  container.replaceChildren();
  // Ids are unique in a page only: draw.io reads each page as a document of its own.
  const page = mxUtils.parseXml(xml).getElementsByTagName('mxGraphModel')[index];
  const node = mxUtils.parseXml(mxUtils.getXml(page)).documentElement;
  container.style.cssText = `width:${node.getAttribute('pageWidth')}px;height:${node.getAttribute('pageHeight')}px;
    overflow:hidden;background:${node.getAttribute('background')}`;
  const graph = new Graph(container);
  window.graph = graph;
  new mxCodec(node.ownerDocument).decode(node, graph.getModel());
  for (const change of changes) changeCell(graph, change);
  graph.refresh();
  return describe(graph);
}

function changeCell(graph, { id, right = 0, taller = 0 }) {
  const cell = graph.getModel().getCell(id);
  if (right !== 0) graph.moveCells([cell], right, 0);
  if (taller === 0) return;
  const geometry = cell.geometry.clone();
  geometry.height += taller;
  graph.resizeCell(cell, geometry);
}

function describe(graph) {
  const cells = Object.values(graph.getModel().cells);
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  return {
    edges: cells
      .filter((cell) => cell.edge)
      .map((cell) => {
        const { absolutePoints, text } = graph.view.getState(cell);
        return {
          id: cell.id,
          source: cell.source?.id ?? null,
          target: cell.target?.id ?? null,
          points: absolutePoints.map(({ x, y }) => [x, y]),
          label: text?.boundingBox ? middle(text.boundingBox) : null,
        };
      }),
    shapes: Object.fromEntries(
      cells
        .filter((cell) => cell.vertex)
        .map((cell) => {
          const { x, y, width, height } = graph.view.getState(cell);
          return [cell.id, { x, y, width, height, lifeline: cell.style.includes('umlLifeline') }];
        }),
    ),
    links: cells.flatMap((cell) => graph.getLinkForCell(cell) ?? []),
    // What is drawn, as the browser has it.
    text: container().textContent,
    elements: [...new Set([...container().querySelectorAll('*')].map(({ localName }) => localName))],
  };
}

const container = () => document.getElementById('graph');

/** The page as it is saved. */
const savePage = () => mxUtils.getXml(new mxCodec().encode(window.graph.getModel()));

window.drawPage = drawPage;
window.savePage = savePage;
