import 'react';

// Custom properties may be set on an element: they hand a number to its style sheet.
declare module 'react' {
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number | undefined;
  }
}
