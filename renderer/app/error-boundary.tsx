import { Component, type ReactNode } from 'react';
import { HOME_HREF } from '#renderer/base/routes.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import '#renderer/components/notice.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** The place shown; going to another one gives the page a new chance. */
  readonly place: string;
}

/** Shows a plain message when a page breaks, instead of an empty window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.isBroken && before.place !== this.props.place) this.setState({ isBroken: false });
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="notice">
        <Callout tone="warning" title="This page could not be shown" role="alert">
          <p>
            That is a fault of Groundwork. What was saved is safe on disk. Load the window again; if the page breaks
            again, choose another review or section.
          </p>
          <div className="row">
            <Button kind="primary" onPress={() => location.reload()}>
              Load again
            </Button>
            <LinkButton href={HOME_HREF}>All reviews</LinkButton>
          </div>
        </Callout>
      </main>
    );
  }
}
