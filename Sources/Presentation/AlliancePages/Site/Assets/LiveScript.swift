extension SiteAsset {
    /// Says when others have changed something, and moves nothing by itself. The server sends an event `change` whose data is
    /// `{"new": 3}`: how many changes by others arrived since the reader last looked.
    static let liveScript = #"""
        const { events } = document.body.dataset;
        const bar = document.querySelector('#news');
        if (events && bar && 'EventSource' in window) {
          const count = bar.querySelector('[data-count]');
          const status = document.createElement('p');
          status.className = 'vh';
          status.setAttribute('role', 'status');
          bar.after(status);
          let source;
          const open = () => {
            source = new EventSource(events);
            source.addEventListener('change', event => {
              let fresh;
              try { fresh = JSON.parse(event.data).new; } catch {}
              if (!Number.isInteger(fresh)) fresh = Number(count.textContent) + 1;
              count.textContent = String(fresh);
              bar.hidden = fresh === 0;
              status.textContent = fresh ? `${fresh} new changes by others.` : '';
            });
          };
          // A page in the background holds no connection open.
          document.addEventListener('visibilitychange', () => {
            if (document.hidden) { source?.close(); source = undefined; } else if (!source) open();
          });
          if (!document.hidden) open();
        }

        """#
}
