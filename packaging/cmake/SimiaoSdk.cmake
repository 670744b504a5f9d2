# The SDK: what plugins outside this tree are built against, the component `Sdk` of the installation.
#   cmake --install <build folder> --component Sdk --prefix <folder>
# There find_package(SimiaoSdk 1) gives the targets Simiao::sdk, Simiao::core ... and simiao_sdk_add_plugin().

include(CMakePackageConfigHelpers)

# The parts whose headers are public: sdk and what its headers include. All others stay ours.
set(SIMIAO_SDK_PARTS core domain imaging workflow ui sdk)
set(SIMIAO_SDK_SOURCE_DIR ${CMAKE_CURRENT_LIST_DIR}/sdk)

# simiao_add_to_sdk(<part> <path below modules> <header>...): called by simiao_add_module; nothing for a part that is not public.
# The program's own install rule stays beside this one: it takes no headers and no link names.
function(simiao_add_to_sdk part path)
  if(NOT part IN_LIST SIMIAO_SDK_PARTS)
    return()
  endif()
  set(target simiao_${part})
  set(include_folder ${CMAKE_INSTALL_INCLUDEDIR}/simiao)
  target_compile_features(${target} PUBLIC cxx_std_23)
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${part})
  install(TARGETS ${target} EXPORT SimiaoSdkTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT Sdk
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT Sdk
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT Sdk
    INCLUDES DESTINATION ${include_folder})
  foreach(header IN LISTS ARGN)
    cmake_path(GET header PARENT_PATH folder)
    install(FILES ${header} DESTINATION ${include_folder}/${path}/${folder} COMPONENT Sdk)
  endforeach()
endfunction()

# simiao_install_sdk(): the package itself, once. Its version is kSdkVersion, then the program's: `1` asks for the promise,
# `1.0.2` for what was added to it until program 0.2.
function(simiao_install_sdk)
  set(promise ${PROJECT_SOURCE_DIR}/modules/sdk/plugin.h)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${promise})
  file(STRINGS ${promise} line REGEX "kSdkVersion = [0-9]+")
  if(NOT line MATCHES "kSdkVersion = ([0-9]+)")
    message(FATAL_ERROR "${promise} does not say kSdkVersion")
  endif()
  set(version ${CMAKE_MATCH_1}.${PROJECT_VERSION})
  set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/SimiaoSdk)
  configure_package_config_file(${SIMIAO_SDK_SOURCE_DIR}/SimiaoSdkConfig.cmake.in
    ${CMAKE_CURRENT_BINARY_DIR}/SimiaoSdkConfig.cmake INSTALL_DESTINATION ${package_folder})
  write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/SimiaoSdkConfigVersion.cmake
    VERSION ${version} COMPATIBILITY SameMajorVersion)
  install(FILES
    ${CMAKE_CURRENT_BINARY_DIR}/SimiaoSdkConfig.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/SimiaoSdkConfigVersion.cmake
    ${SIMIAO_SDK_SOURCE_DIR}/SimiaoSdkPlugin.cmake
    DESTINATION ${package_folder} COMPONENT Sdk)
  install(EXPORT SimiaoSdkTargets NAMESPACE Simiao:: DESTINATION ${package_folder} COMPONENT Sdk)
  install(FILES modules/sdk/TUTORIAL.md modules/sdk/VERSIONING.md DESTINATION share/doc/simiao-sdk COMPONENT Sdk)
endfunction()
