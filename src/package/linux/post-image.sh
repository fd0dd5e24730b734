#!/bin/bash
# jpackage runs this in the folder that becomes the package, when the program is in it.
set -eu
home=opt/echolot
app=$home/lib/app
icons=@ICONS@

# Caches are only used with jars of the very time that they were made with; jpackage copies without times.
find "$app" -name '*.jar' -exec touch -d '@TIME@' {} +

mkdir -p usr/bin usr/share/applications usr/share/man/man1 usr/share/bash-completion/completions \
  usr/share/zsh/vendor-completions usr/share/fish/vendor_completions.d
ln -s /opt/echolot/bin/echolot usr/bin/echolot
cp "@DESKTOP@" usr/share/applications/echolot.desktop
rm -f "$home"/lib/*.desktop
gzip -9n <"$app/man/echolot.1" >usr/share/man/man1/echolot.1.gz
cp "$app/completions/echolot.bash" usr/share/bash-completion/completions/echolot
cp "$app/completions/_echolot" usr/share/zsh/vendor-completions/_echolot
cp "$app/completions/echolot.fish" usr/share/fish/vendor_completions.d/echolot.fish
for icon in "$icons"/echolot-*.png; do
  size=${icon##*-}
  size=${size%.png}
  mkdir -p "usr/share/icons/hicolor/${size}x$size/apps"
  cp "$icon" "usr/share/icons/hicolor/${size}x$size/apps/echolot.png"
done
mkdir -p usr/share/icons/hicolor/scalable/apps
cp "$icons/echolot.svg" usr/share/icons/hicolor/scalable/apps/echolot.svg
chmod -R u=rwX,go=rX usr "$home"
