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

        // What was sent and not taken, as when the session had ended, is kept in this tab until its writer is at the form again.
        const kept = 'entente-sent', here = location.pathname + location.search;
        const name = () => document.querySelector('a[href="/account"]')?.textContent;
        const keep = draft => { try { sessionStorage.setItem(kept, JSON.stringify(draft)); } catch { /* No room: nothing is kept. */ } };
        const tell = (words, place) => {
          const note = document.createElement('p');
          note.className = 'banner';
          note.role = 'status';
          note.textContent = words;
          place.prepend(note);
        };
        const putBack = (form, fields) => {
          const used = {};
          for (const [name, value] of fields) {
            const all = [...form.elements].filter(field => field.name === name && field.type !== 'hidden');
            const isChoice = field => field.type === 'radio' || field.type === 'checkbox';
            const choice = all.find(field => isChoice(field) && field.value === value);
            const field = all.filter(field => !isChoice(field))[used[name] = (used[name] ?? -1) + 1];
            if (choice) choice.checked = true; else if (field) field.value = value;
          }
        };
        let altered = false;
        {
          let draft = null;
          try { draft = JSON.parse(sessionStorage.getItem(kept)); } catch { /* It is as if nothing had been kept. */ }
          const entrance = document.querySelector('form[action="/sign-in"]');
          if (draft && document.querySelector('[data-unsent]')) keep({ ...draft, waits: true });
          else if (draft && entrance) {
            keep({ ...draft, waits: true });
            tell('You were signed out before this was saved. Sign in, and what you typed is in the form again.', entrance);
          } else if (draft) {
            sessionStorage.removeItem(kept);
            const form = draft.waits && draft.at === here && draft.by === name()
              && [...document.querySelectorAll('form[method=post]')].find(form => form.action === draft.action);
            if (form) {
              putBack(form, draft.fields);
              tell('What you typed is here again. It is not saved yet.', form);
              altered = true;
            }
          }
        }

        // What was typed is not lost by a stray click, and a second click on the button sends nothing.
        for (const form of document.querySelectorAll('form[method=post]')) {
          let sent = false;
          if (!form.classList.contains('inline')) form.addEventListener('input', () => { altered = true; });
          form.addEventListener('submit', event => {
            if (sent) return event.preventDefault();
            sent = true;
            altered = false;
            if (name() && !form.querySelector('[type=password],[type=file]')) {
              const fields = [...new FormData(form)].filter(([name]) => !name.startsWith('_'));
              keep({ at: here, by: name(), action: form.action, fields });
            }
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
