"""The figures of the guide: drawn here, committed as SVG below docs/assets/figures/, put into pages by `<!-- guide: figure ID -->`.

Diagrams are written by hand (`diagrams`, `trees`), plots are computed with scikit-learn and drawn with matplotlib (`style`).
The build of the site needs none of this: it reads the committed files only.
"""
