# Debian packages: a build tree makes one. With the terminal it is `qob`, without it is `qob-server`; both can be
# installed side by side. `./dev package` builds them.
include(GNUInstallDirs)

set(QOB_PACKAGE_CONTACT "qob maintainers <maintainers@qob.invalid>" CACHE STRING "Maintainer named in the packages")
set(CMAKE_INSTALL_PREFIX /usr)
# The tests need not be built for a package.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(QOB_INSTALLER ${CMAKE_SOURCE_DIR}/installer)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR qob)
set(CPACK_PACKAGE_CONTACT ${QOB_PACKAGE_CONTACT})
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# The program is stripped; what a debugger needs is a package of its own beside it.
set(CPACK_DEBIAN_DEBUGINFO_PACKAGE ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# Directories that packages share must not be group writable, whatever the builder's umask.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# What Debian wants compressed, always to the same bytes.
find_program(QOB_GZIP gzip REQUIRED)
function(qob_install_compressed file destination)
  get_filename_component(name ${file} NAME)
  execute_process(COMMAND ${QOB_GZIP} -9nc ${file}
    OUTPUT_FILE ${CMAKE_BINARY_DIR}/package/${name}.gz COMMAND_ERROR_IS_FATAL ANY)
  install(FILES ${CMAKE_BINARY_DIR}/package/${name}.gz DESTINATION ${destination})
endfunction()

# A page of the manual; its section is the end of its name.
function(qob_package_manual page)
  string(REGEX MATCH "[0-9]$" section ${page})
  get_filename_component(name ${page} NAME)
  configure_file(${page} ${CMAKE_BINARY_DIR}/package/${name} @ONLY)
  qob_install_compressed(${CMAKE_BINARY_DIR}/package/${name} ${CMAKE_INSTALL_DATADIR}/man/man${section})
endfunction()

# Documents a package carries beside the program: copyright, changelog and the pages named.
function(qob_package_documents package)
  set(destination ${CMAKE_INSTALL_DATADIR}/doc/${package})
  install(FILES ${QOB_INSTALLER}/copyright ${ARGN} DESTINATION ${destination})
  configure_file(${QOB_INSTALLER}/changelog.in ${CMAKE_BINARY_DIR}/package/changelog @ONLY)
  qob_install_compressed(${CMAKE_BINARY_DIR}/package/changelog ${destination})
endfunction()

if(QOB_GUI)
  include(PackageTerminal)
else()
  include(PackageServer)
endif()
include(CPack)
