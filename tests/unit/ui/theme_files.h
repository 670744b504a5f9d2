#pragma once

#include "ui/theme/theme_tokens.h"

#include <QFile>
#include <QTest>

namespace simiao::ui {

inline QByteArray themeFile(const QString &name)
{
    QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + QStringLiteral("/themes/") + name
               + QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One row per theme that ships; the column is called `theme`.
inline void addThemes()
{
    QTest::addColumn<QString>("theme");
    for (const char *name : {"light", "dark", "high_contrast"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

} // namespace simiao::ui
