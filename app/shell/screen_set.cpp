#include "shell/screen_set.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QScreen>
#include <QStringList>

namespace simiao::shell {

namespace {

/// The texts of the roles; a class only for its translation context.
struct ScreenRoleText
{
    Q_DECLARE_TR_FUNCTIONS(simiao::shell::ScreenRoleText)
};

} // namespace

QString codeOf(ScreenRole role)
{
    switch (role) {
    case ScreenRole::Consult: return QStringLiteral("consult");
    case ScreenRole::Images: return QStringLiteral("images");
    case ScreenRole::Patient: return QStringLiteral("patient");
    }
    return {};
}

ScreenRole screenRoleOf(const QString &code)
{
    for (const auto role : kScreenRoles) {
        if (codeOf(role) == code)
            return role;
    }
    return ScreenRole::Consult;
}

QString titleOf(ScreenRole role)
{
    switch (role) {
    case ScreenRole::Consult: return ScreenRoleText::tr("Consultation");
    case ScreenRole::Images: return ScreenRoleText::tr("Images");
    case ScreenRole::Patient: return ScreenRoleText::tr("For the patient");
    }
    return {};
}

QString screenId(const QScreen *screen)
{
    const auto serial = screen->serialNumber();
    const auto place = screen->geometry();
    return QStringLiteral("%1 %2x%3+%4+%5")
        .arg(serial.isEmpty() ? screen->name() : serial)
        .arg(place.width())
        .arg(place.height())
        .arg(place.x())
        .arg(place.y());
}

QString screenSet()
{
    QStringList ids;
    for (const auto *screen : QGuiApplication::screens())
        ids.append(screenId(screen));
    ids.sort(); // in whatever order they were plugged in
    return ids.join(QStringLiteral("; "));
}

} // namespace simiao::shell
