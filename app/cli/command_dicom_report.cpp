#include "cli/command_dicom_report.h"

#include "core/task_of.h"
#include "core/try.h"
#include "imaging/report/report_lines.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "sdk/desk.h"

#include <QtConcurrentRun>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

/// What is said about an object: for people, and for machines.
struct Telling
{
    QString text;
    Json json;
    std::vector<imaging::Defect> defects;
};

Json linesJson(const std::vector<imaging::ReportLine> &lines)
{
    Json list{Json::Array{}};
    for (const auto &line : lines)
        list.append(Json(Json::Object{{u"depth"_s, line.depth},
                                      {u"isHeading"_s, line.isHeading},
                                      {u"name"_s, line.name},
                                      {u"value"_s, line.value}}));
    return list;
}

Telling tell(const imaging::Report &report)
{
    const auto lines = imaging::reportLines(report);
    return {.text = imaging::plainText(lines),
            .json = Json::Object{{u"title"_s, imaging::harmless(report.title())},
                                 {u"created"_s, report.created},
                                 {u"isComplete"_s, report.isComplete},
                                 {u"isVerified"_s, report.isVerified},
                                 {u"lines"_s, linesJson(lines)}},
            .defects = report.defects};
}

Telling tell(const imaging::Waveform &waveform)
{
    Telling telling{
        .text = {}, .json = Json::Object{{u"acquired"_s, waveform.acquired}}, .defects = waveform.defects};
    Json groups{Json::Array{}};
    for (const auto &group : waveform.groups) {
        QStringList names;
        Json channels{Json::Array{}};
        for (const auto &channel : group.channels) {
            names.append(imaging::harmless(channel.name));
            channels.append(
                Json(Json::Object{{u"name"_s, imaging::harmless(channel.name)}, {u"unit"_s, channel.unit}}));
        }
        telling.text += u"%1: %2 s, %3 Hz: %4\n"_s.arg(imaging::harmless(group.label))
                            .arg(group.seconds())
                            .arg(group.samplingHz)
                            .arg(names.join(u", "_s));
        groups.append(Json(Json::Object{{u"label"_s, imaging::harmless(group.label)},
                                        {u"samplingHz"_s, Json::Number{QString::number(group.samplingHz)}},
                                        {u"seconds"_s, Json::Number{QString::number(group.seconds())}},
                                        {u"channels"_s, channels}}));
    }
    Json notes{Json::Array{}};
    for (const auto &note : waveform.notes) {
        const auto words = note.name.isEmpty() ? note.value : note.name + u": "_s + note.value;
        telling.text += imaging::harmless(words) + u'\n';
        notes.append(imaging::harmless(words));
    }
    telling.json.insert(u"groups"_s, groups);
    telling.json.insert(u"notes"_s, notes);
    return telling;
}

Telling tell(const workflow::EncapsulatedDocument &document)
{
    const auto title = imaging::harmless(document.title);
    return {.text = u"%1 (%2, %3 bytes)\n"_s.arg(title, document.mimeType).arg(document.bytes.size()),
            .json = Json::Object{{u"title"_s, title},
                                 {u"mimeType"_s, document.mimeType},
                                 {u"bytes"_s, document.bytes.size()}},
            .defects = {}};
}

Telling tell(const imaging::PresentationState &state)
{
    QStringList images;
    Json references{Json::Array{}};
    for (const auto &image : state.images) {
        images.append(image.sopInstanceUid);
        references.append(image.sopInstanceUid);
    }
    const auto label = imaging::harmless(state.label);
    return {.text = u"%1: %2 degrees, mirrored %3, %4 drawings\n%5\n"_s.arg(label)
                        .arg(state.turn.quarters * 90)
                        .arg(state.turn.isMirrored ? u"yes"_s : u"no"_s)
                        .arg(state.annotations.size())
                        .arg(images.join(u'\n')),
            .json = Json::Object{{u"label"_s, label},
                                 {u"rotation"_s, state.turn.quarters * 90},
                                 {u"isFlipped"_s, state.turn.isMirrored},
                                 {u"images"_s, references}},
            .defects = state.defects};
}

/// As `dicom inspect` names it.
QString codeOf(workflow::ImagingObjectKind kind)
{
    using enum workflow::ImagingObjectKind;
    switch (kind) {
    case Report: return u"report"_s;
    case KeyObjects: return u"keyObjects"_s;
    case PresentationState: return u"presentationState"_s;
    case Waveform: return u"waveform"_s;
    case Document: return u"document"_s;
    }
    return {};
}

Result<Telling> tellFile(const QString &path)
{
    dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
    TRY(const auto header, decoders.objectHeader(path));
    TRY(const auto content, decoders.object(path));
    auto telling = std::visit([](const auto &object) { return tell(object); }, content);
    telling.json.insert(u"ok"_s, true);
    telling.json.insert(u"object"_s, codeOf(header.kind));
    return telling;
}

} // namespace

Task<int> dicomReport(Call call)
{
    const auto path = call.invocation.path(call.invocation.arguments.first());
    auto telling = taskOf(QtConcurrent::run([path] { return tellFile(path); }));
    const auto told = co_await telling;
    if (!told)
        co_return call.fail(told.error());
    for (const auto &defect : told->defects)
        call.say(sdk::errorText({ErrorKind::Corrupt, defect.code, defect.detail}));
    if (call.invocation.isJson)
        call.print(told->json);
    else
        call.printText(told->text);
    co_return Good;
}

} // namespace simiao::cli
