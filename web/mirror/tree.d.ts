// The semantic tree as the module tells it (docs/semantics.md).

export type Role =
  | 'group'
  | 'heading'
  | 'text'
  | 'list'
  | 'item'
  | 'button'
  | 'toggle'
  | 'checkbox'
  | 'radio'
  | 'slider'
  | 'date'
  | 'link'
  | 'status'
  | 'alert'
  | 'dialog'
  | 'toolbar';

/** A node of the semantic tree, with the fields that its role has (docs/semantics.md). */
export interface TreeNode {
  key: string;
  /** A key, or empty below the root. */
  parent: string;
  role: Role;
  name: string;
  lang?: string;
  description?: string;
  level?: number;
  disabled?: boolean;
  expanded?: boolean;
  pressed?: boolean;
  checked?: boolean;
  value?: number;
  min?: number;
  max?: number;
  text?: string;
  min_text?: string;
  max_text?: string;
  href?: string;
  day?: string;
}

/** x, y, width and height in CSS px from the canvas's left top. */
export type Box = [number, number, number, number];

/** What has changed of the tree since the last time. */
export interface TreeDifference {
  language?: string;
  remove?: string[];
  upsert?: TreeNode[];
  order?: string[];
  bounds?: Record<string, Box>;
  focus?: string;
}
