# `qob`: the terminal.
set(CPACK_PACKAGE_NAME qob)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "trading terminal with an exchange-grade engine")
set(CPACK_PACKAGE_DESCRIPTION
  "Order-book heat map, price ladder, depth, charts, time and sales, order entry
and account in one window, on a deterministic engine that simulates, replays
and matches. It opens on a simulated market, on the public streams of
exchanges, and on recordings.")
# Qt loads it by name, so that no linker knows of it: the icons.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6")
# QtKeychain loads libsecret by name, too: passwords of servers in the desktop's keyring.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-jetbrains-mono, ca-certificates, libsecret-1-0")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qob-server, fonts-noto-cjk")

install(TARGETS qob DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${QOB_INSTALLER}/terminal/qob.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${QOB_INSTALLER}/terminal/qob.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/app.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME qob.svg)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/docs/guide DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/qob FILES_MATCHING
  PATTERN *.md PATTERN *.png)
qob_package_manual(${QOB_INSTALLER}/terminal/qob.1)
qob_package_documents(qob ${CMAKE_SOURCE_DIR}/README.md)
