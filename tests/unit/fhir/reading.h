#pragma once

#include "core/rng.h"
#include "integration/fhir/read_bundle.h"
#include "support/fake_clock.h"
#include "unit/domain/refusal.h"

#include <QStringList>
#include <QTest>

namespace simiao::test {

/// Reads as on 2026-11-22, with ids that are the same each time.
inline Result<fhir::BundleReading> readJson(const Json &bundle)
{
    const auto clock = std::make_shared<FakeClock>();
    const auto rng = std::make_shared<SeededRng>(7);
    return fhir::readBundle(bundle, {clock->today(), [clock, rng] { return Uuid::v7(*clock, *rng); }});
}

inline Result<fhir::BundleReading> readText(const QByteArray &bundle)
{
    const auto json = Json::parse(bundle);
    if (!json)
        qFatal("the test's own JSON is wrong: %s", qPrintable(logLine(json.error())));
    return readJson(*json);
}

inline QByteArray bundleOf(const QList<QByteArray> &entries)
{
    return R"({"resourceType":"Bundle","type":"collection","entry":[)" + entries.join(',') + "]}";
}

inline QByteArray entryOf(const QByteArray &resource, const QByteArray &fullUrl = {})
{
    const QByteArray url = fullUrl.isEmpty() ? QByteArray() : "\"fullUrl\":\"" + fullUrl + "\",";
    return '{' + url + "\"resource\":" + resource + '}';
}

/// Someone nothing has to be remarked on; others refer to her as Patient/p.
inline QByteArray aPerson()
{
    return R"({"resourceType":"Patient","id":"p","name":[{"text":"王小明"}],"gender":"female","birthDate":"1949-12-31"})";
}

/// A resource about her, from its type and the rest of its members.
inline QByteArray about(const QByteArray &type, const QByteArray &members)
{
    const QByteArray subject = type == "AllergyIntolerance" ? "patient" : "subject";
    // A raw string with an odd number of quotes hides the rest of the file from moc.
    QByteArray start = R"({"resourceType":"TYPE","id":"x","SUBJECT":{"reference":"Patient/p"},)";
    return start.replace("TYPE", type).replace("SUBJECT", subject) + members + '}';
}

/// Her, and one resource about her: entry 1.
inline Result<fhir::BundleReading> readAbout(const QByteArray &type, const QByteArray &members)
{
    return readText(bundleOf({entryOf(aPerson()), entryOf(about(type, members))}));
}

/// Remarks as lines: path, code, detail.
inline QStringList told(const Result<fhir::BundleReading> &reading)
{
    QStringList lines;
    if (!reading)
        return {logLine(reading.error())};
    for (const auto &remark : reading->remarks)
        lines.append((remark.path + u' ' + codeOf(remark.code) + u' ' + remark.detail).trimmed());
    return lines;
}

} // namespace simiao::test
