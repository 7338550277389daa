extension Stylesheet {
    /// Buttons, fields, error summary, dialog and palette.
    static let controls = """
        .button,button{display:inline-flex;align-items:center;justify-content:center;gap:.5rem;min-block-size:2.75rem;padding:.5rem 1.125rem;border:1px solid transparent;background:var(--acc);color:var(--on);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
        .button:hover,button:hover{background:var(--acc2);color:var(--on)}
        .quiet,.quiet:hover{background:var(--bg);border-color:var(--edge);color:var(--ink);font-weight:400}
        .quiet:hover{background:var(--s2)}
        .danger,.danger:hover{background:var(--bg);border-color:var(--bad);color:var(--bad)}
        .danger:hover{background:var(--bad-s)}
        button[aria-disabled=true]{background:var(--s2);color:var(--ink2);cursor:not-allowed}
        .small-button{min-block-size:1.75rem;padding:.125rem .625rem;font-size:var(--f2)}
        .actions{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin-block:1.5rem}
        .field{margin-block-end:1.5rem;border:0;padding:0;margin-inline:0;min-inline-size:0}
        .field>label:not(.choice),.field>legend{display:block;font-weight:600;padding:0;margin-block-end:.25rem}
        legend{font-weight:600}
        .optional{font-weight:400;color:var(--ink2)}
        .hint{display:block;max-inline-size:60ch;margin-block-end:.375rem}
        .error{display:block;color:var(--bad);font-weight:600;margin-block-end:.375rem}
        .field:has(>.error){border-inline-start:4px solid var(--bad);padding-inline-start:.75rem}
        input,select,textarea{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--edge);padding:.5rem .625rem;min-block-size:2.75rem;inline-size:100%;max-inline-size:36rem}
        input:user-invalid,[aria-invalid=true]{border:2px solid var(--bad)}
        input[inputmode=decimal],.short{max-inline-size:11rem;font-variant-numeric:tabular-nums}
        input[type=range]{border:0;padding:0;accent-color:var(--acc)}
        textarea{min-block-size:7rem;resize:vertical}
        input[type=radio],input[type=checkbox]{flex:none;inline-size:1.5rem;block-size:1.5rem;min-block-size:0;margin:0;accent-color:var(--acc)}
        .choice{display:flex;align-items:flex-start;gap:.625rem;inline-size:fit-content;max-inline-size:100%;min-block-size:2.75rem;padding-block:.625rem;padding-inline:.25rem .75rem;cursor:pointer}
        .choice small{display:block;color:var(--ink2)}
        .choice:hover{background:var(--s1)}
        .choices.row{display:flex;flex-wrap:wrap;gap:0 1rem}
        .unit{display:flex;align-items:center;gap:.5rem}
        .values{list-style:none;padding:0;display:grid;gap:.5rem}
        .group{border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem;margin:0 0 1.5rem;min-inline-size:0}
        .group>legend{font-size:var(--f4);padding-inline:.375rem;margin-inline-start:-.375rem}
        .problem{border:3px solid var(--bad);border-radius:var(--r);padding:1rem 1.25rem;margin-block-end:2rem}
        .problem h2{margin:0 0 .5rem}
        .problem ul{margin:0;padding-inline-start:1.25rem}
        .problem a{color:var(--bad);font-weight:600}
        dialog,[popover]{border:1px solid var(--edge);border-radius:8px;background:var(--bg);color:var(--ink);padding:1.25rem;box-shadow:0 8px 32px #0004}
        dialog{inline-size:min(36rem,92vw)}
        dialog h2{margin-block-start:0}
        dialog::backdrop{background:#0008}
        [popover]{max-inline-size:min(24rem,92vw)}
        .what{min-block-size:1.5rem;min-inline-size:1.5rem;padding:0 .25rem;border:0;background:none;color:var(--acc);font-weight:400;font-size:var(--f2);text-decoration:underline dotted}
        .what:hover{background:var(--acc-s);color:var(--acc2)}
        [role=listbox]{list-style:none;padding:0;margin:.75rem 0;max-block-size:50vh;overflow-y:auto}
        [role=option]{padding:.5rem .75rem;border-radius:var(--r)}
        [role=option][aria-selected=true]{background:var(--acc-s);box-shadow:inset 3px 0 var(--acc)}

        """
}
