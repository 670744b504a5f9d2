#include "work_text.h"

#include "storage/commit_steps.h"
#include "storage/mapping/canonical_row.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

class Marks
{
public:
    explicit Marks(Uuid command)
        : m_command(command.toString())
    {
    }

    QString next() { return u'@' + m_command + u'/' + QString::number(m_count++) + u'@'; }

private:
    QString m_command;
    int m_count = 0;
};

/// As it stands in the canonical text: a number has no quotes, so its mark goes with those it was given.
Json numberingJson(const workflow::Numbering &numbering, const QString &mark, StorageKind kind)
{
    const bool isNumber = kind == StorageKind::Integer;
    return Json(Json::Object{{u"sequence"_s, numbering.sequence},
                             {u"prefix"_s, isNumber ? QString() : numbering.prefix},
                             {u"width"_s, isNumber ? 0 : numbering.width},
                             {u"mark"_s, isNumber ? u'"' + mark + u'"' : mark}});
}

Json rowJson(const workflow::RowChange &change, Marks &marks)
{
    const TypeInfo &type = *change.type;
    Row row = change.row;
    Json numbers{Json::Array{}};
    for (const auto &[index, numbering] : change.numbered) {
        const QString mark = marks.next();
        row[std::size_t(index)] = mark;
        numbers.append(numberingJson(numbering, mark, type.fields[std::size_t(index)].kind));
    }
    return Json(Json::Object{{u"table"_s, QString(type.table)},
                             {u"new"_s, change.isInsert},
                             {u"row"_s, QString::fromUtf8(storage::canonicalRow(type, row))},
                             {u"numbers"_s, numbers}});
}

Json effectJson(const workflow::EffectCall &call)
{
    Json given{Json::Object{}};
    for (const auto &[name, value] : call.parameters) {
        if (const auto *number = std::get_if<qint64>(&value))
            given.insert(name, *number);
        else if (const auto *text = std::get_if<QString>(&value))
            given.insert(name, *text);
    }
    return Json(Json::Object{{u"effect"_s, call.name},
                             {u"id"_s, storage::idOf(call).toString()},
                             {u"given"_s, given},
                             {u"refusal"_s, call.refusal}});
}

} // namespace

QString workText(const workflow::UnitOfWork &work)
{
    Marks marks(work.command());
    Json steps{Json::Array{}};
    for (const auto &step : work.steps()) {
        if (const auto *change = std::get_if<workflow::RowChange>(&step))
            steps.append(rowJson(*change, marks));
        else
            steps.append(effectJson(std::get<workflow::EffectCall>(step)));
    }
    const QString changes = marks.next();
    Json event = toJson(work.event());
    event.insert(u"command"_s, work.command().toString());
    event.insert(u"changes"_s, changes);
    return QString::fromUtf8(Json(Json::Object{{u"recorded"_s, work.event().recorded.toIso()},
                                               {u"event"_s, QString::fromUtf8(event.canonical())},
                                               {u"changes"_s, u'"' + changes + u'"'},
                                               {u"steps"_s, steps}})
                                 .canonical());
}

} // namespace simiao::postgresql
