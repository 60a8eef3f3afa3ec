@echo off
rem Starts Foresail on Windows: builds the jar where it is missing, then runs it.
rem Needs Java 17 or later in JAVA_HOME or in PATH.
setlocal
set "home=%~dp0"
set "jar=%home%target\foresail.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not exist "%jar%" (
  echo foresail: building %jar% ^(once; takes a minute^) 1>&2
  pushd "%home%"
  call mvnw.cmd -q -B -DskipTests package 1>&2
  popd
)
if not exist "%jar%" (
  echo foresail: the build failed; what it said stands above 1>&2
  exit /b 3
)
"%java%" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -jar "%jar%" %*
exit /b %ERRORLEVEL%
