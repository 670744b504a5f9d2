#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace simiao::test {

/// The folder of real DICOM files, or empty when it is not there.
inline QString sharedDicom()
{
    const QString shared = qEnvironmentVariable("SIMIAO_SHARED");
    const QString folder = shared + QStringLiteral("/dicom");
    return !shared.isEmpty() && QFile::exists(folder + QStringLiteral("/manifest.json")) ? folder : QString();
}

inline QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace simiao::test

/// Leaves the test function when the real files are absent.
#define REQUIRE_SHARED_DICOM(folder) \
    const QString folder = simiao::test::sharedDicom(); \
    if (folder.isEmpty()) \
    QSKIP("needs shared: SIMIAO_SHARED names the folder that holds dicom/manifest.json")
