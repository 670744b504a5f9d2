#pragma once

#include "integration/dimse/destination.h"

#include <QStringList>

namespace simiao::test {

/// A server on the loopback as a destination, with deadlines that a test can wait for.
inline dimse::Destination destinationAt(quint16 port, const QString &calledAe = QStringLiteral("ORTHANC"))
{
    return {.name = QStringLiteral("test"),
            .host = QStringLiteral("127.0.0.1"),
            .port = port,
            .calledAe = calledAe,
            .callingAe = QStringLiteral("SIMIAO"),
            .patience = {.connecting = std::chrono::seconds(5), .answering = std::chrono::seconds(10)}};
}

/// A study of made images in `folder`. \returns the files, in the order of their instance numbers
QStringList writtenStudy(const QString &folder,
                         const QString &studyInstanceUid,
                         const QString &patientName,
                         int slices);

} // namespace simiao::test
