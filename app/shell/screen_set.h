#pragma once

#include <QString>

class QScreen;

namespace simiao::shell {

/// What a window beside the main one is for; each stands on a screen of its own choosing.
enum class ScreenRole {
    Consult, ///< more of what the physician works with
    Images,  ///< the screen for pictures
    Patient, ///< the one the patient looks at
};

inline constexpr ScreenRole kScreenRoles[] = {ScreenRole::Consult, ScreenRole::Images, ScreenRole::Patient};

/// "consult", "images", "patient": in manifests and in the memory of the profile.
QString codeOf(ScreenRole role);
/// The inverse; everything else is Consult.
ScreenRole screenRoleOf(const QString &code);
/// Of the window, in the interface's language.
QString titleOf(ScreenRole role);

/// How a screen is told from others: its serial number, or its name where it has none, with its place on the desk.
QString screenId(const QScreen *screen);
/// All screens of this desk in one line. What is remembered for one set says nothing about another.
QString screenSet();

} // namespace simiao::shell
