// What a coloured line is made of.

export type Colour =
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'name'
  | 'type'
  | 'meta'
  | 'attribute';

/** A stretch of a line in one colour. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly colour: Colour;
}
