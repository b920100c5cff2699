export { walkBranches } from './branches.js';
export type { BranchStart, Lives } from './branches.js';
export { ColumnNeeds } from './columns.js';
export type { Columns } from './columns.js';
export { centred, lean } from './extent.js';
export type { Extent, Sides } from './extent.js';
export { Activations, activationsAfter, createdIn, Ends } from './lives.js';
export { Distances, spread } from './spread.js';
export type { Turn } from './lives.js';
