# The pages of resources/web, built by Vite in the build tree and turned into one C++ file.
option(QOB_WEB "Build the administration page and the interface's description into the program (node, npm)" ON)

# npm_modules(from to): what `from`/package-lock.json names, installed below `to`, as `to`/installed.stamp.
function(npm_modules from to)
  find_program(NPM npm)
  find_program(NODE NAMES node nodejs)
  if(NOT NPM OR NOT NODE)
    message(FATAL_ERROR "node and npm are needed for ${from}: install the packages nodejs and npm, or build without "
      "pages (-DQOB_WEB=OFF)")
  endif()
  set(files ${from}/package.json ${from}/package-lock.json ${from}/.npmrc)
  # No script of a package runs: one of them would report to its maker that it was installed.
  add_custom_command(OUTPUT ${to}/installed.stamp DEPENDS ${files}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${to}
    COMMAND ${CMAKE_COMMAND} -E copy ${files} ${to}
    COMMAND ${CMAKE_COMMAND} -E chdir ${to} ${NPM} ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${to}/installed.stamp
    COMMENT "Installing the packages of ${from}" VERBATIM)
endfunction()

# web_pages(output): the C++ file that defines pageFiles() of engine/gateway/pages.h.
function(web_pages output)
  set(from ${CMAKE_SOURCE_DIR}/resources/web)
  set(to ${CMAKE_BINARY_DIR}/web)
  npm_modules(${from} ${to})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${from}/src/* ${from}/public/*)
  list(APPEND sources ${from}/index.html ${from}/api-docs.html ${from}/vite.config.js ${from}/embed.js)
  add_custom_command(OUTPUT ${output} DEPENDS ${to}/installed.stamp ${sources}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${to}/src ${to}/public ${to}/dist
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${from}/src ${to}/src
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${from}/public ${to}/public
    COMMAND ${CMAKE_COMMAND} -E copy ${from}/index.html ${from}/api-docs.html ${from}/vite.config.js ${from}/embed.js ${to}
    COMMAND ${CMAKE_COMMAND} -E chdir ${to} ${NODE} node_modules/vite/bin/vite.js build --logLevel warn
    COMMAND ${NODE} ${to}/embed.js ${to}/dist ${output}
    COMMENT "Building the pages" VERBATIM)
endfunction()
