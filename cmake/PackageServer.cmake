# `qob-server`: the headless program as a service.
set(CPACK_PACKAGE_NAME qob-server)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "trading engine as a server, without a display")
set(CPACK_PACKAGE_DESCRIPTION
  "The engine of the qob terminal as a service: HTTPS and WebSocket on one port,
accounts with roles and second factors, a journal that orders are durable in
before they are acknowledged, an audit trail, metrics. Installing it makes the
system user qob and a master key; the service is neither enabled nor started.")
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql, prometheus")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${QOB_INSTALLER}/server/conffiles ${QOB_INSTALLER}/server/postinst
  ${QOB_INSTALLER}/server/prerm ${QOB_INSTALLER}/server/postrm)

# Another name than the terminal's, which may be on the same machine.
install(PROGRAMS $<TARGET_FILE:qob> DESTINATION ${CMAKE_INSTALL_BINDIR} RENAME qob-server)
install(FILES ${QOB_INSTALLER}/server/qob-server.service DESTINATION lib/systemd/system)
install(FILES ${QOB_INSTALLER}/server/qob-server.sysusers DESTINATION lib/sysusers.d RENAME qob-server.conf)
install(FILES ${QOB_INSTALLER}/server/qob-server.tmpfiles DESTINATION lib/tmpfiles.d RENAME qob-server.conf)
install(FILES ${QOB_INSTALLER}/server/qob.toml DESTINATION /etc/qob)
install(FILES ${QOB_INSTALLER}/server/qob-server.default DESTINATION /etc/default RENAME qob-server)
install(DIRECTORY ${QOB_INSTALLER}/monitoring DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/qob-server/examples)
qob_package_manual(${QOB_INSTALLER}/server/qob-server.8)
qob_package_documents(qob-server ${CMAKE_SOURCE_DIR}/docs/install.md)
