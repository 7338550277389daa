extension SiteAsset {
    /// What a script adds to the package editor: what a package is worth to the reader's party follows the hand. Without it the button
    /// does the same.
    static let packageScript = #"""
        const form = document.querySelector('form.package[data-appraisal]');
        const said = document.getElementById('appraisal');
        if (form && said) {
          let asked = 0;
          const ask = async () => {
            const number = ++asked;
            const fields = [...new FormData(form)].filter(([name]) => /^(option|number)\./.test(name));
            try {
              const answer = await fetch(form.dataset.appraisal + '?' + new URLSearchParams(fields), {headers: {Accept: 'application/json'}});
              if (!answer.ok) return;
              const worth = await answer.json();
              if (number === asked && worth.known === 'yes') said.textContent = worth.words;
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
