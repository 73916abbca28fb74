const PATHS = {
  play: 'M4.5 2.5v11l8.5-5.5z',
  pause: 'M4 2.5h3v11H4zM9 2.5h3v11H9z',
  step: 'M3.5 3v10l6.5-5zM11 3h2v10h-2z',
  back: 'M12.5 3v10L6 8zM3 3h2v10H3z',
  restart: 'M8 3a5 5 0 1 1-4.7 3.3l1.4.5A3.5 3.5 0 1 0 8 4.5V7L4.5 3.8 8 .5z',
  power: 'M7.25 1.5h1.5v6h-1.5zM5 3.4l.8 1.3a4 4 0 1 0 4.4 0l.8-1.3a5.5 5.5 0 1 1-6 0z',
  cut: 'M2 7.25h4.2l1-2.6 1.4.5-1.6 4.2-1.4-.5H2zM14 8.75H9.8l-1 2.6-1.4-.5L9 6.65l1.4.5H14z',
  fit: 'M2 2h4.5v1.5h-3v3H2zM9.5 2H14v4.5h-1.5v-3h-3zM2 9.5h1.5v3h3V14H2zM12.5 9.5H14V14H9.5v-1.5h3z',
  plus: 'M7.25 3h1.5v4.25H13v1.5H8.75V13h-1.5V8.75H3v-1.5h4.25z',
  minus: 'M3 7.25h10v1.5H3z',
  close: 'M3.5 4.6 4.6 3.5 8 6.9l3.4-3.4 1.1 1.1L9.1 8l3.4 3.4-1.1 1.1L8 9.1l-3.4 3.4-1.1-1.1L6.9 8z',
  save: 'M2.5 2.5h9l2 2v9h-11zM4 4v8h1.5V8.5h5V12H12V5.2L10.8 4H10v2.5H5V4z',
  dice: 'M3.5 2.5h9q1 0 1 1v9q0 1-1 1h-9q-1 0-1-1v-9q0-1 1-1zM4 4v8h8V4zm1.3 1.3h1.6v1.6H5.3zm1.9 1.9h1.6v1.6H7.2zm1.9 1.9h1.6v1.6H9.1z',
  repository:
    'M8 1.5c3 0 5 .9 5 2.2v8.6c0 1.300-2 2.200-5 2.200s-5-.9-5-2.200V3.700C3 2.400 5 1.500 8 1.500zm0 1.400c-2.200 0-3.400.6-3.400.8s1.200.8 3.400.8 3.400-.6 3.400-.8-1.200-.8-3.400-.8zM4.500 5.400v2.100c.3.3 1.500.8 3.500.8s3.200-.5 3.500-.8V5.400c-.9.4-2.100.6-3.500.6s-2.600-.2-3.500-.6zm0 3.900v2.900c.3.300 1.500.8 3.500.8s3.200-.5 3.500-.8V9.300c-.9.400-2.100.6-3.500.6s-2.600-.2-3.500-.6z',
  check: 'M13.600 4.300 6.300 12.300 2.400 8.500l1-1.100 2.800 2.700 6.300-6.800z',
  cross:
    'M3.500 4.600 4.600 3.500 8 6.900l3.400-3.400 1.100 1.100L9.100 8l3.400 3.400-1.100 1.100L8 9.100l-3.400 3.400-1.100-1.100L6.900 8z',
  warning: 'M8 1.800 15 14H1zM7.300 6v4h1.400V6zm0 5v1.500h1.400V11z',
} as const;

export type IconName = keyof typeof PATHS;

/** Drawn in the text's colour; the control around it carries the name. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={PATHS[name]} fill="currentColor" fill-rule="evenodd" />
  </svg>
);
