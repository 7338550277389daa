extension SiteAsset {
    /// What a script adds to the package editor: sentence and bars of what a package is worth follow the hand. Without it the button
    /// does the same.
    static let packageScript = #"""
        const form = document.querySelector('form.package[data-appraisal]');
        const said = document.getElementById('appraisal');
        const picture = document.getElementById('appraisal-picture');
        if (form && said) {
          let asked = 0;
          const ask = async () => {
            const number = ++asked;
            const fields = [...new FormData(form)].filter(([name]) => /^(option|number)\./.test(name));
            try {
              const answer = await fetch(form.dataset.appraisal + '?' + new URLSearchParams(fields), {headers: {Accept: 'application/json'}});
              if (!answer.ok) return;
              const worth = await answer.json();
              if (number !== asked || worth.known !== 'yes') return;
              said.textContent = worth.words;
              // The numbers stay open where the reader opened them.
              const isOpen = picture.querySelector('details')?.open;
              picture.innerHTML = worth.picture;
              const numbers = picture.querySelector('details');
              if (numbers && isOpen) numbers.open = true;
            } catch { /* The button still works. */ }
          };
          let waiting;
          form.addEventListener('input', event => {
            if (!/^(option|number)\./.test(event.target.name)) return;
            clearTimeout(waiting);
            waiting = setTimeout(ask, 30);
          });
        }
        """#
}
