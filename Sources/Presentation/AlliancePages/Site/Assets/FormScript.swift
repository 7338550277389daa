extension SiteAsset {
    /// What a script adds to forms that work without it: rows are added at once, a form is not sent twice, and what was typed is
    /// not lost by leaving unasked.
    static let formScript = #"""
        // More rows at once, where the button would ask the server for them: in a list of parts the last, empty row is copied under the
        // next number, in a list of values the last line without its value.
        for (const add of document.querySelectorAll('.more-rows')) {
          const list = add.previousElementSibling, last = list?.lastElementChild;
          if (!last) continue;
          const name = last.dataset.row, first = list.children.length - 1;
          const template = last.outerHTML.replace(' autofocus=""', '');
          let next = first + 1;
          add.type = 'button';
          add.addEventListener('click', () => {
            const number = next++;
            const old = `${name}.${first}.`, fresh = `${name}.${number}.`;
            const oldID = old.replaceAll('.', '-'), freshID = fresh.replaceAll('.', '-');
            list.insertAdjacentHTML('beforeend', name ? template.replaceAll(old, fresh).replaceAll(oldID, freshID) : template);
            const field = list.lastElementChild.querySelector('input:not([type=hidden]),select,textarea');
            if (!name) {
              field.value = '';
              field.id = `${field.id.replace(/-\d+$/, '')}-${number + 1}`;
              field.ariaLabel = field.ariaLabel.replace(/\d+$/, number + 1);
            }
            field?.focus();
          });
        }

        // What was typed is not lost by a stray click, and a second click on the button sends nothing.
        let altered = false;
        for (const form of document.querySelectorAll('form[method=post]')) {
          let sent = false;
          if (!form.classList.contains('inline')) form.addEventListener('input', () => { altered = true; });
          form.addEventListener('submit', event => {
            if (sent) return event.preventDefault();
            sent = true;
            altered = false;
            event.submitter?.setAttribute('aria-disabled', 'true');
          });
        }
        addEventListener('beforeunload', event => { if (altered) event.preventDefault(); });
        // A page that comes back from the cache of the browser may be sent again.
        addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

        // Something to copy gets a button that copies it.
        for (const field of document.querySelectorAll('input.secret')) {
          const copy = document.createElement('button');
          copy.type = 'button';
          copy.className = 'quiet';
          copy.textContent = 'Copy';
          copy.addEventListener('click', async () => {
            field.select();
            try { await navigator.clipboard.writeText(field.value); copy.textContent = 'Copied'; } catch { copy.textContent = 'Press Ctrl C'; }
          });
          field.after(copy);
        }

        // On a narrow screen the steps scroll: the one that is open comes into sight.
        const current = document.querySelector('.steps [aria-current]');
        if (current) { const bar = current.closest('ol'); bar.scrollLeft += current.getBoundingClientRect().left - bar.getBoundingClientRect().left - 24; }

        // The error summary is read first; a link to a folded field opens its fold.
        document.querySelector('#problem')?.focus();
        const unfold = () => {
          const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
          if (!target) return;
          for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
          target.scrollIntoView({ block: 'center' });
          if (target.matches('input,select,textarea')) target.focus({ preventScroll: true });
        };
        addEventListener('hashchange', unfold);
        unfold();

        """#
}
