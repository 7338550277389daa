extension SiteAsset {
    /// The command palette and the single keys. Both can be done without: every place has a link.
    static let paletteScript = #"""
        const { index, home, search } = document.body.dataset;
        const make = (tag, attributes = {}, ...children) => {
          const node = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
          node.append(...children);
          return node;
        };
        // As the search compares texts: without accents.
        const plain = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ' };
        const fold = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[ßæœøłđıς]/g, letter => plain[letter]);
        let places, dialog, input, list, at = 0;

        // Places whose title begins with the words come first, then those that hold them.
        const matching = words => {
          const wanted = fold(words).split(/\s+/).filter(Boolean);
          if (!wanted.length) return places.slice(0, 12);
          const rank = place => {
            const title = fold(place.t);
            if (!wanted.every(word => title.includes(word) || fold(place.k).includes(word))) return 0;
            return title.startsWith(wanted[0]) ? 2 : 1;
          };
          return places.map(place => [rank(place), place]).filter(pair => pair[0]).sort((a, b) => b[0] - a[0]).slice(0, 12).map(pair => pair[1]);
        };
        const options = () => [...list.children];
        const mark = place => {
          const all = options();
          at = all.length ? (place + all.length) % all.length : 0;
          all.forEach((option, number) => option.setAttribute('aria-selected', String(number === at)));
          if (all[at]) { input.setAttribute('aria-activedescendant', all[at].id); all[at].scrollIntoView({ block: 'nearest' }); }
          else input.removeAttribute('aria-activedescendant');
        };
        const show = () => {
          const found = matching(input.value).map((place, number) =>
            Object.assign(make('li', { role: 'option', id: `palette-${number}` }, make('span', { dir: 'auto' }, place.t), make('span', {}, place.k)), { place }));
          if (input.value.trim()) found.push(Object.assign(
            make('li', { role: 'option', id: 'palette-search' }, make('span', {}, `Search for “${input.value.trim()}”`), make('span', {}, 'Search')),
            { place: { u: `${search}?q=${encodeURIComponent(input.value.trim())}` } }));
          list.replaceChildren(...found);
          mark(0);
        };
        const go = option => { if (option) location.href = option.place.u; };
        const build = () => {
          input = make('input', { type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-label': 'Go to a page or record', autocomplete: 'off', placeholder: 'Go to…' });
          list = make('ul', { role: 'listbox', id: 'palette-list', 'aria-label': 'Places' });
          dialog = make('dialog', { class: 'palette', 'aria-label': 'Go to' }, input, list);
          document.body.append(dialog);
          input.addEventListener('input', show);
          input.addEventListener('keydown', event => {
            if (event.key === 'ArrowDown') mark(at + 1);
            else if (event.key === 'ArrowUp') mark(at - 1);
            else if (event.key === 'Enter') go(options()[at]);
            else return;
            event.preventDefault();
          });
          list.addEventListener('click', event => go(event.target.closest('[role=option]')));
          dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
        };
        const openPalette = async () => {
          if (!places) {
            const answer = await fetch(index, { headers: { accept: 'application/json' } }).catch(() => null);
            if (!answer?.ok) return;
            places = await answer.json();
          }
          if (!dialog) build();
          input.value = '';
          show();
          if (!dialog.open) dialog.showModal();
        };

        // Single keys, which can be switched off where they get into the way of speech input.
        const steps = { o: '', c: 'charter', v: 'vision', p: 'partners', m: 'communication', t: 'terms', l: 'plan', n: 'governance', r: 'risk', u: 'culture', y: 'readiness' };
        const others = { f: 'findings', h: 'history', e: 'people', x: 'exchange' };
        const storage = { get: () => { try { return localStorage.getItem('single-keys'); } catch { return null; } }, set: value => { try { localStorage.setItem('single-keys', value); } catch {} } };
        const isOn = () => storage.get() !== 'off';
        let keys;
        const openKeys = () => {
          if (!keys) {
            const rows = [['Ctrl K', 'Go to a page or record'], ['/', 'Search'], ['c', 'Add what this page is about'], ['?', 'These keys'], ['g o', 'Overview'],
              ...Object.entries(steps).filter(([, step]) => step).map(([key, step]) => [`g ${key}`, step[0].toUpperCase() + step.slice(1)]),
              ...Object.entries(others).map(([key, place]) => [`g ${key}`, place === 'exchange' ? 'Import and export' : place[0].toUpperCase() + place.slice(1)])];
            const close = make('button', { type: 'button' }, 'Close');
            const toggle = make('button', { type: 'button', class: 'quiet' });
            const label = () => { toggle.textContent = isOn() ? 'Switch single keys off' : 'Switch single keys on'; };
            label();
            toggle.addEventListener('click', () => { storage.set(isOn() ? 'off' : 'on'); label(); });
            keys = make('dialog', { 'aria-label': 'Keys' }, make('h2', {}, 'Keys'),
              make('dl', { class: 'keys' }, ...rows.map(([key, words]) => make('div', {}, make('dt', {}, ...key.split(' ').flatMap(part => [make('kbd', {}, part), ' '])), make('dd', {}, words)))),
              make('p', { class: 'actions' }, close, toggle));
            close.addEventListener('click', () => keys.close());
            document.body.append(keys);
          }
          keys.showModal();
        };
        let isGoing = false;
        addEventListener('keydown', event => {
          if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && index) { event.preventDefault(); openPalette(); return; }
          if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input,select,textarea,dialog')) return;
          if (event.key === '?') { event.preventDefault(); openKeys(); return; }
          if (!isOn() || !home) return;
          if (isGoing) {
            isGoing = false;
            if (event.key in steps) location.href = home + (steps[event.key] && `/step/${steps[event.key]}`);
            else if (event.key in others) location.href = `${home}/${others[event.key]}`;
            return;
          }
          if (event.key === 'g') { isGoing = true; setTimeout(() => { isGoing = false; }, 1500); }
          else if (event.key === '/') { event.preventDefault(); document.querySelector('input[type=search]')?.focus(); }
          else if (event.key === 'c') document.querySelector('main a.button[href*="/add/"]')?.click();
        });

        if (index) {
          const button = make('button', { type: 'button', class: 'go', 'aria-haspopup': 'dialog', 'aria-keyshortcuts': 'Control+K' }, 'Go to…', make('kbd', {}, 'Ctrl K'));
          button.addEventListener('click', openPalette);
          document.querySelector('.bar search')?.after(button);
        }

        """#
}
