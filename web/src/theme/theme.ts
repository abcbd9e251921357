import {
  ActionIcon,
  Button,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  Tooltip,
} from '@mantine/core';

/** The shades stand in mantine.css; here only the names must be known. */
function named(name: string): MantineColorsTuple {
  const it = `var(--${name})`;
  return [it, it, it, it, it, it, it, it, it, it];
}

/** What the tokens cannot say: defaults of behaviour. Colours stand in tokens.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: named('accent'), bad: named('bad'), gray: named('soft') },
  variantColorResolver: input => ({
    ...defaultVariantColorsResolver(input),
    // The library would write white on it, which the dark scheme's light accent is no ground for.
    ...(input.variant === 'filled' ? { color: 'var(--on-accent)' } : {}),
  }),
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 'md' } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 350,
        withinPortal: true,
        events: { hover: true, focus: true, touch: false },
      },
    }),
    // Focus goes to the first item, not to a placeholder, which a menu may not hold.
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        position: 'bottom-start',
        offset: 6,
        withInitialFocusPlaceholder: false,
      },
    }),
    // Its scroll lock writes a style element, which the page's policy refuses: base.css does it.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.35 },
      },
    }),
  },
});
