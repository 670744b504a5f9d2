#include "cli/command_dicom_report.h"
#include "cli/command_table.h"
#include "core/task_of.h"
#include "core/try.h"
#include "imaging/lut.h"
#include "integration/dicom/character_set.h"
#include "integration/dicom/whole_file.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "sdk/desk.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace simiao::cli {

using namespace Qt::StringLiterals;
using imaging::GreyDisplay;
using FramePointer = std::shared_ptr<const imaging::Frame>;

namespace {

Json numberOf(double value)
{
    return std::isfinite(value) ? Json(Json::Number{QString::number(value, 'g', 17)}) : Json();
}

Json jsonOf(const std::vector<imaging::Defect> &problems)
{
    Json list{Json::Array{}};
    for (const auto &problem : problems) {
        const Error error{.kind = ErrorKind::Corrupt, .code = problem.code, .detail = problem.detail};
        list.append(Json(Json::Object{
            {u"code"_s, problem.code}, {u"detail"_s, problem.detail}, {u"text"_s, sdk::errorText(error)}}));
    }
    return list;
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text);
}

/// Null where nothing was lost.
Json jsonOf(const std::optional<imaging::LossyCompression> &lossy)
{
    if (!lossy)
        return {};
    Json ratios{Json::Array{}};
    for (const double ratio : lossy->ratios)
        ratios.append(numberOf(ratio));
    Json methods{Json::Array{}};
    for (const auto &method : lossy->methods)
        methods.append(method);
    return Json(Json::Object{{u"ratios"_s, ratios}, {u"methods"_s, methods}});
}

Json jsonOf(const dicom::Inspection &file)
{
    Json json(Json::Object{{u"ok"_s, !file.refusal},
                           {u"object"_s, dicom::codeOf(file.kind)},
                           {u"transferSyntax"_s, file.transferSyntax},
                           {u"sopClass"_s, textOrNull(file.sopClass)},
                           {u"modality"_s, textOrNull(file.modality)},
                           {u"patientName"_s, file.patientName},
                           {u"problems"_s, jsonOf(file.problems)}});
    if (file.kind != dicom::ObjectKind::Image && file.kind != dicom::ObjectKind::Other)
        return json;
    const auto &pixels = file.pixels;
    json.insert(u"rows"_s, pixels.rows);
    json.insert(u"columns"_s, pixels.columns);
    json.insert(u"frames"_s, pixels.frames);
    json.insert(u"samplesPerPixel"_s, pixels.samplesPerPixel);
    json.insert(u"bitsAllocated"_s, pixels.bitsAllocated);
    json.insert(u"bitsStored"_s, pixels.bitsStored);
    json.insert(u"photometricInterpretation"_s, textOrNull(pixels.photometric));
    json.insert(u"frame0Sha256"_s, textOrNull(QString::fromLatin1(file.frame0Sha256)));
    json.insert(u"lossy"_s, jsonOf(file.lossy));
    json.insert(u"modalityMin"_s, file.statistics ? numberOf(file.statistics->lowest) : Json());
    json.insert(u"modalityMax"_s, file.statistics ? numberOf(file.statistics->highest) : Json());
    json.insert(u"modalityMean"_s, file.statistics ? numberOf(file.statistics->mean) : Json());
    return json;
}

void sayProblems(const Call &call, const Json &problems)
{
    for (const auto &problem : problems.array())
        call.say(problem[u"text"_s].toString());
}

Error misread(const QString &option, const QString &value)
{
    return {.kind = ErrorKind::Invalid, .code = u"cli.option"_s, .detail = u"--%1 %2"_s.arg(option, value)};
}

/// Defined terms with backslashes between them.
bool isCharacterSet(const QString &terms)
{
    return dicom::CharacterSet(terms.split(u'\\')).isKnown();
}

Task<int> inspect(Call call)
{
    if (!isCharacterSet(call.invocation.characterSet))
        co_return call.fail(misread(u"charset"_s, call.invocation.characterSet));
    const auto path = call.invocation.path(call.invocation.arguments.first());
    const auto characterSet = call.invocation.characterSet;
    auto inspecting = taskOf(QtConcurrent::run([path, characterSet] {
        return dicom::DecoderPool({.program = dicom::decoderBesideProgram()}).inspection(path, characterSet);
    }));
    const auto file = co_await inspecting;
    if (!file)
        co_return call.fail(file.error());

    auto json = jsonOf(*file);
    if (file->refusal) {
        const auto &error = *file->refusal;
        json.insert(u"kind"_s, errorKindName(error.kind));
        json.insert(u"code"_s, error.code);
        json.insert(u"detail"_s, error.detail);
        json.insert(u"text"_s, sdk::errorText(error));
        call.say(sdk::errorText(error));
    }
    call.print(json);
    sayProblems(call, json[u"problems"_s]);
    const int code = file->refusal ? exitCodeOf(*file->refusal) : Good;
    co_return code;
}

Result<int> frameOf(const Invocation &invocation)
{
    bool isNumber = false;
    const int frame = invocation.frame.toInt(&isNumber);
    if (isNumber && frame >= 0)
        return frame;
    return misread(u"frame"_s, invocation.frame);
}

/// "40,400": centre and width in modality units; empty is the image's own.
Result<GreyDisplay> displayOf(const Invocation &invocation, const imaging::Frame &frame)
{
    if (invocation.window.isEmpty())
        return imaging::defaultDisplay(frame);
    const auto parts = invocation.window.split(u',');
    bool isCenter = false;
    bool isWidth = false;
    const imaging::VoiWindow window{.center = parts.value(0).toDouble(&isCenter),
                                    .width = parts.value(1).toDouble(&isWidth)};
    if (parts.size() != 2 || !isCenter || !isWidth || !window.isUsable())
        return misread(u"window"_s, invocation.window);
    return GreyDisplay{.window = window};
}

QImage imageOf(const imaging::Frame &frame, const GreyDisplay &display)
{
    const auto &geometry = frame.geometry();
    QImage image(geometry.columns(), geometry.rows(),
                 frame.isGrey() ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    const auto greys = imaging::render(frame, display);
    const auto lineSize = greys.size() / static_cast<std::size_t>(geometry.rows());
    for (int row = 0; row < geometry.rows() && !image.isNull(); ++row)
        std::copy_n(greys.data() + static_cast<std::size_t>(row) * lineSize, lineSize, image.scanLine(row));
    // The file says how tall a pixel is for its width; programs that heed it show squares as squares.
    constexpr int kDotsPerMeter = 3937;
    image.setDotsPerMeterX(kDotsPerMeter);
    image.setDotsPerMeterY(static_cast<int>(std::lround(kDotsPerMeter / frame.facts().displayAspect())));
    return image;
}

/// Whole or not at all: an image library says that a file is written before the disk has it.
Result<void> writePicture(const QImage &image, const QString &path)
{
    const Error failed{.kind = ErrorKind::Unavailable, .code = u"imaging.not-writable"_s, .detail = path};
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return failed; // a device is not to be replaced by a picture
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return failed;
    TRY(auto file, dicom::WholeFile::create(path, true));
    TRY_VOID(file.write(bytes));
    return file.finish();
}

struct Rendering
{
    FramePointer frame;
    GreyDisplay display;
};

Result<Rendering> rendered(const Invocation &invocation)
{
    TRY(const auto index, frameOf(invocation));
    dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
    TRY(const auto frame, decoders.frame(invocation.path(invocation.arguments.first()), index));
    TRY(const auto display, displayOf(invocation, *frame));
    if (invocation.out.isEmpty())
        return misread(u"out"_s, QString());
    const auto out = invocation.path(invocation.out);
    TRY_VOID(writePicture(imageOf(*frame, display), out));
    return Rendering{frame, display};
}

Json windowOf(const Rendering &rendering)
{
    if (!rendering.frame->isGrey() || rendering.display.table)
        return {};
    const auto &window = rendering.display.window;
    return Json(Json::Object{{u"center"_s, numberOf(window.center)}, {u"width"_s, numberOf(window.width)}});
}

Task<int> render(Call call)
{
    const auto invocation = call.invocation;
    auto rendering = taskOf(QtConcurrent::run([invocation] { return rendered(invocation); }));
    const auto made = co_await rendering;
    if (!made)
        co_return call.fail(made.error());
    const auto &geometry = made->frame->geometry();
    const Json json(Json::Object{{u"ok"_s, true},
                                 {u"file"_s, invocation.path(invocation.out)},
                                 {u"rows"_s, geometry.rows()},
                                 {u"columns"_s, geometry.columns()},
                                 {u"window"_s, windowOf(*made)},
                                 {u"problems"_s, jsonOf(made->frame->facts().defects)}});
    call.print(json);
    sayProblems(call, json[u"problems"_s]);
    co_return Good;
}

} // namespace

Commands dicomCommands()
{
    return {
        {u"dicom inspect"_s, u"FILE"_s,
         u"What a DICOM file is and whether its first frame can be shown (--charset)."_s, inspect, 1,
         Reach::NoStore},
        {u"dicom render"_s, u"FILE"_s,
         u"Writes a frame as PNG (--out, --frame, --window), with the image's own window or another."_s,
         render, 1, Reach::NoStore},
        {u"dicom report"_s, u"FILE"_s,
         u"What a report, ECG, document, key object selection or presentation state says, as text or --json."_s,
         dicomReport, 1, Reach::NoStore}};
}

} // namespace simiao::cli
