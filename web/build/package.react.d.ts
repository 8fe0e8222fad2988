// <recovery-advisor> in the JSX of React 19: `import type {} from 'recovery-advisor/react'`, once.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type {
  Intake,
  RecoveryAdvisorElement,
  RecoveryAdvisorEventMap,
} from './recovery-advisor.js';

type Handlers = {
  [Type in keyof RecoveryAdvisorEventMap as `on${Type}`]?: (
    event: RecoveryAdvisorEventMap[Type],
  ) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'recovery-advisor': DetailedHTMLProps<
        HTMLAttributes<RecoveryAdvisorElement>,
        RecoveryAdvisorElement
      > &
        Handlers & {
          site?: string;
          load?: 'interaction' | 'visible' | 'eager';
          theme?: 'auto' | 'light' | 'dark';
          intake?: Intake | null;
        };
    }
  }
}
