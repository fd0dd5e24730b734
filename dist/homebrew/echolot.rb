cask "echolot" do
  version "VERSION"
  sha256 "SHA256_MAC_DMG"

  url "https://REPOSITORY/releases/download/v#{version}/Echolot-#{version}.dmg"
  name "Echolot"
  desc "Tells whether a DICOM peer can be reached and, if not, what is wrong"
  homepage "https://REPOSITORY"

  app "Echolot.app"
  binary "#{appdir}/Echolot.app/Contents/MacOS/echolot-cli", target: "echolot"
  manpage "#{appdir}/Echolot.app/Contents/app/man/echolot.1"
  bash_completion "#{appdir}/Echolot.app/Contents/app/completions/echolot.bash"
  zsh_completion "#{appdir}/Echolot.app/Contents/app/completions/_echolot"
  fish_completion "#{appdir}/Echolot.app/Contents/app/completions/echolot.fish"

  # The user's files are only deleted if asked for: brew uninstall --zap.
  zap trash: "~/Library/Application Support/Echolot"
end
