// The semantic tree as the module tells it (docs/semantics.md).

import type { Language, TreeNode } from 'built:vocabulary';

/** x, y, width and height in CSS px from the canvas's left top. */
export type Box = [number, number, number, number];

/** What has changed of the tree since the last time. */
export interface TreeDifference {
  language?: Language;
  remove?: string[];
  upsert?: TreeNode[];
  order?: string[];
  bounds?: Record<string, Box>;
  focus?: string;
}
