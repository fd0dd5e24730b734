@echo off
rem Opens Echolot on Windows; with arguments it is the command line. Builds first where nothing is built yet. Needs a JDK 25
rem or newer: in ECHOLOT_JAVA_HOME, JAVA_HOME or on the PATH. Maven comes by itself (mvnw.cmd, with its checksum).
setlocal
set "root=%~dp0.."
set "home=%ECHOLOT_JAVA_HOME%"
if not defined home set "home=%JAVA_HOME%"
if defined home (set "java=%home%\bin\java.exe") else (set "java=java.exe")

"%java%" --version >nul 2>nul
if errorlevel 1 (
  echo Echolot needs a JDK 25 or newer. Get one from https://adoptium.net, and set ECHOLOT_JAVA_HOME to its folder. 1>&2
  exit /b 2
)

rem After a change of the sources, delete target\echolot.jar: this does not compare times, as bin/run does.
if not exist "%root%\target\echolot.jar" (
  echo Building Echolot ^(once; this takes a minute or two^) ... 1>&2
  if defined home set "JAVA_HOME=%home%"
  pushd "%root%"
  call mvnw.cmd -q -B -ntp -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false package 1>&2
  if errorlevel 1 (
    popd
    echo The build failed; the lines above say why. 1>&2
    exit /b 2
  )
  popd
)
"%java%" -Xlog:disable -jar "%root%\target\echolot.jar" %*
exit /b %errorlevel%
