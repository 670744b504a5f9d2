#include "drafts/draft_record.h"

#include "core/json.h"
#include "core/text.h"
#include "core/try.h"

namespace simiao::drafts {

namespace {

QString storable(QString text)
{
    while (const auto fault = findTextFault(text))
        text[fault->position] = QChar(QChar::ReplacementCharacter);
    return text;
}

} // namespace

QByteArray payloadOf(const DraftRecord &record)
{
    Json json;
    json.insert(QStringLiteral("at"), record.at.toIso());
    json.insert(QStringLiteral("draft"), record.entry.draft.toString());
    if (record.isDiscard) {
        json.insert(QStringLiteral("discard"), true);
        return json.canonical();
    }
    json.insert(QStringLiteral("patient"), record.entry.patient.toString());
    json.insert(QStringLiteral("field"), storable(record.entry.field));
    json.insert(QStringLiteral("text"), storable(record.entry.text));
    return json.canonical();
}

Result<DraftRecord> recordOf(const QByteArray &payload)
{
    TRY(const auto json, Json::parse(payload));
    DraftRecord record;
    TRY(record.at, Instant::parse(json[QStringLiteral("at")].toString()));
    TRY(record.entry.draft, Uuid::parse(json[QStringLiteral("draft")].toString()));
    record.isDiscard = json[QStringLiteral("discard")].toBool();
    if (record.isDiscard)
        return record;
    TRY(record.entry.patient, Uuid::parse(json[QStringLiteral("patient")].toString()));
    record.entry.field = json[QStringLiteral("field")].toString();
    record.entry.text = json[QStringLiteral("text")].toString();
    return record;
}

} // namespace simiao::drafts
