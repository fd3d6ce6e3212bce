import { LitElement } from 'lit';

// What all views are: in the page's own style sheet, with a place for the last refusal and the last success.
export class View extends LitElement {
  static properties = {
    problem: { state: true },
    success: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.problem = null;
    this.success = '';
    this.busy = false;
  }

  createRenderRoot() {
    return this;
  }

  // Does what the user asked for and keeps what came of it; gives the answer, or null.
  async attempt(work, success = '') {
    this.busy = true;
    this.problem = null;
    this.success = '';
    try {
      const answer = await work();
      this.success = success;
      return answer ?? true;
    } catch (refusal) {
      this.problem = refusal;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
