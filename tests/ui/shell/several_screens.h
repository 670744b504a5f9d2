#pragma once

#include "core/json.h"

#include <QFile>
#include <QSize>
#include <QString>
#include <QStringList>

namespace simiao::test {

/// Writes a description of screens side by side to `file`.
/// \returns the QT_QPA_PLATFORM that shows them; the first is the primary one
inline QByteArray offscreenWith(const QString &file, const QStringList &names, QSize size)
{
    Json screens{Json::Array{}};
    int x = 0;
    for (const auto &name : names) {
        Json screen{Json::Object{{QStringLiteral("name"), name}}};
        screen.insert(QStringLiteral("x"), x);
        screen.insert(QStringLiteral("y"), 0);
        screen.insert(QStringLiteral("width"), size.width());
        screen.insert(QStringLiteral("height"), size.height());
        screen.insert(QStringLiteral("logicalDpi"), 96);
        screen.insert(QStringLiteral("logicalBaseDpi"), 96);
        screen.insert(QStringLiteral("dpr"), 1);
        screens.append(screen);
        x += size.width();
    }
    QFile config(file);
    if (!config.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(file));
    config.write(Json(Json::Object{{QStringLiteral("screens"), screens}}).canonical());
    return "offscreen:configfile=" + file.toUtf8();
}

} // namespace simiao::test
