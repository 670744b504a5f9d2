#include "imaging/models/corner_texts.h"

#include "imaging/models/character_words.h"
#include "imaging/models/identity_words.h"
#include "imaging/models/lossy_words.h"
#include "imaging/models/pet_words.h"
#include "imaging/models/scale_bar.h"
#include "imaging/models/segment_words.h"
#include "imaging/models/window_words.h"
#include "imaging/preview.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Overlay)
};

QString spaced(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

QStringList withoutEmpty(QStringList lines)
{
    lines.removeAll(QString());
    return lines;
}

QString idText(const CornerFacts &facts)
{
    const auto &id = facts.series.patientId;
    if (id.isEmpty())
        return {};
    return id == facts.mrn ? Words::tr("MRN %1").arg(id) : Words::tr("ID %1").arg(id);
}

QString thicknessText(const CornerFacts &facts)
{
    const auto thickness = facts.frame ? facts.frame->facts().sliceThicknessMm : std::nullopt;
    return thickness ? Words::tr("Thickness %1 mm").arg(std::round(*thickness * 100) / 100) : QString();
}

QString locationText(const CornerFacts &facts)
{
    const auto location = facts.frame ? facts.frame->facts().sliceLocationMm : std::nullopt;
    if (!location)
        return {};
    const double tenths = std::round(*location * 10) / 10 + 0.0; // no minus before a zero
    const auto number = QString::number(tenths, 'f', 1).replace(u'-', QChar(0x2212));
    return Words::tr("Location %1 mm").arg(number);
}

/// In the letters that stand beside a view everywhere; alone it is written out, as edges have such letters too.
QString sideText(const imaging::FrameFacts &facts)
{
    const auto &side = facts.laterality;
    const bool isAlone = facts.view.isEmpty();
    if (side == u'R')
        return isAlone ? Words::tr("Right side") : side;
    if (side == u'L')
        return isAlone ? Words::tr("Left side") : side;
    if (side == u'B')
        return isAlone ? Words::tr("Both sides") : QStringLiteral("R+L");
    return {};
}

bool isOriented(const CornerFacts &facts)
{
    return !facts.frame || facts.frame->facts().edges != imaging::EdgeLetters{};
}

/// A name within a line: "Lung" becomes "lung" and "SHARP" "sharp", "SUV 0–6" stays.
QString asWord(const QString &name)
{
    constexpr qsizetype kAbbreviation = 3; // letters
    auto words = name.split(u' ');
    for (auto &word : words) {
        if (word.size() > kAbbreviation || word != word.toUpper())
            word = word.toLower();
    }
    return words.join(u' ');
}

QString windowLine(const CornerFacts &facts)
{
    if (!facts.frame->isGrey())
        return Words::tr("Colour");
    const auto text =
        facts.display.table ? Words::tr("Look-up table of the image") : windowText(facts.display.window);
    return facts.preset.isEmpty() ? text
                                  : Words::tr("%1 (%2)", "window (name)").arg(text, asWord(facts.preset));
}

QString defectText(const imaging::Defect &defect)
{
    if (defect.code == imaging::kPreview)
        return Words::tr("PREVIEW: the full image is coming");
    if (defect.code == QLatin1String("imaging.mapping-unused"))
        return Words::tr("NOT MEASURED: values are as stored");
    if (defect.code == QLatin1String("imaging.colours-not-shown"))
        return Words::tr("COLOURS NOT SHOWN: some greys mean nothing");
    if (defect.code == QLatin1String("imaging.frames-missing"))
        return Words::tr("INCOMPLETE: frames %1", "\"3/120\", those that are there of those that are stated")
            .arg(defect.detail);
    return defect.code == QLatin1String("imaging.pixels-missing")
        ? Words::tr("INCOMPLETE: pixels are missing")
        : Words::tr("DAMAGED: do not rely on this image");
}

/// Short words for what is wrong with the picture; a damaged one must not look like a good one.
QStringList defectLines(const imaging::Frame &frame)
{
    QStringList lines;
    for (const auto &defect : frame.facts().defects)
        lines.append(defectText(defect));
    lines.removeDuplicates();
    return lines;
}

/// A detail that was lost is not absent: whoever reads the picture has to know.
QStringList lossyLines(const imaging::Frame &frame)
{
    const auto &lossy = frame.facts().lossy;
    return lossy ? QStringList{lossyText(*lossy)} : QStringList();
}

/// A mirrored picture that does not say so is read as the other side.
QString turnLine(const imaging::Turn &turn)
{
    constexpr int kQuarter = 90;
    QStringList words;
    if (turn.quarters != 0)
        words.append(Words::tr("Turned %1°").arg(turn.quarters * kQuarter));
    if (turn.isMirrored)
        words.append(Words::tr("MIRRORED"));
    return words.join(Words::tr(", ", "between words of a corner"));
}

bool isSurelyTrue(const CornerFacts &facts)
{
    const bool isInPatient =
        facts.frame && facts.frame->facts().spacing.basis == imaging::SpacingBasis::PixelSpacing;
    return facts.isTrueSize && isInPatient && facts.isScreenMeasured;
}

QString zoomLine(const CornerFacts &facts)
{
    const auto zoom = Words::tr("%1×", "zoom").arg(facts.zoom, 0, 'f', 1);
    return isSurelyTrue(facts) ? Words::tr("%1, true size", "zoom").arg(zoom) : zoom;
}

/// A size that is true only on somebody's word says on whose, as long as it stands.
QStringList trueSizeLines(const CornerFacts &facts)
{
    if (!facts.isTrueSize || !facts.frame || isSurelyTrue(facts))
        return {};
    const auto &spacing = facts.frame->facts().spacing;
    QStringList lines{
        spacing.basis == imaging::SpacingBasis::PixelSpacing
            ? Words::tr("True size")
            : Words::tr("True size %1", "of the image, and on what ground").arg(spacingText(spacing))};
    if (!facts.isScreenMeasured)
        lines.append(Words::tr("Screen not calibrated"));
    return lines;
}

/// What is no slice through a body.
bool isProjection(const QString &modality)
{
    static const QStringList all{QStringLiteral("CR"), QStringLiteral("DX"), QStringLiteral("MG"),
                                 QStringLiteral("XA"), QStringLiteral("RF"), QStringLiteral("US"),
                                 QStringLiteral("IO"), QStringLiteral("PX"), QStringLiteral("RG")};
    return all.contains(modality);
}

/// A name that somebody's choice made readable must not look like one that the file says so.
QString charactersLine(const workflow::ImageSeries &series)
{
    return series.characterSet.isEmpty()
        ? QString()
        : Words::tr("Characters: %1, chosen by hand").arg(charactersName(series.characterSet));
}

QString displayLine(const CornerFacts &facts)
{
    const auto window = windowLine(facts);
    return facts.display.isInverted ? Words::tr("%1 inverted", "window").arg(window) : window;
}

QString nameText(const workflow::ImageSeries &series)
{
    return series.patientName.isEmpty() ? Words::tr("No name in the image") : series.patientName;
}

QString fieldText(CornerField field, const CornerFacts &facts)
{
    using enum CornerField;
    constexpr qsizetype kMinutes = 5; // "09:30"
    const auto &series = facts.series;
    switch (field) {
    case PatientName: return nameText(series);
    case PatientSex: return sexLetter(series.patientSex);
    case PatientAge: return ageText(series.patientBirthDate, series.studyDate);
    case PatientId: return idText(facts);
    case StudyDescription: return series.studyDescription;
    case StudyDate: return series.studyDate;
    case StudyTime: return series.studyTime.first(std::min(kMinutes, series.studyTime.size()));
    case Modality: return series.modality;
    case SeriesDescription: return series.seriesDescription;
    case SeriesPosition: return Words::tr("Series %1/%2").arg(facts.seriesIndex + 1).arg(facts.seriesCount);
    case SliceThickness: return thicknessText(facts);
    case SliceLocation: return locationText(facts);
    case Orientation: return isOriented(facts) ? QString() : Words::tr("Orientation not stated");
    case BodyPart: return series.bodyPart;
    case Laterality: return facts.frame ? sideText(facts.frame->facts()) : QString();
    case View: return facts.frame ? facts.frame->facts().view : QString();
    case Slice: return countedText(series.modality, facts.slice, facts.slices);
    case Window: return facts.frame ? displayLine(facts) : QString();
    case Zoom: return facts.frame ? zoomLine(facts) : QString();
    }
    return {};
}

/// Who, when and where: cut short they name another person, day or place. Descriptions give way to them.
bool isWhole(const CornerLine &line)
{
    using enum CornerField;
    return std::ranges::any_of(line, [](CornerField field) {
        return field == PatientName || field == PatientId || field == StudyDate || field == Slice;
    });
}

QStringList linesOf(const std::vector<CornerLine> &corner, const CornerFacts &facts, QStringList &whole)
{
    QStringList lines;
    for (const auto &line : corner) {
        QStringList parts;
        for (const auto field : line)
            parts.append(fieldText(field, facts));
        lines.append(spaced(parts));
        if (isWhole(line) && !lines.last().isEmpty())
            whole.append(lines.last());
    }
    return withoutEmpty(lines);
}

} // namespace

QString sliceText(int slice, int slices)
{
    return QStringLiteral("%1/%2").arg(slice + 1).arg(slices);
}

QString countedText(const QString &modality, int slice, int slices)
{
    if (slices == 1 && isProjection(modality))
        return {};
    const auto counted = sliceText(slice, slices);
    return isProjection(modality) ? Words::tr("Image %1").arg(counted) : Words::tr("Slice %1").arg(counted);
}

/// What is wrong with a picture, what it lost, how it is turned, and by whose choice it is read, is said whatever the layout.
CornerTexts cornerTexts(const CornerFacts &facts)
{
    CornerTexts texts;
    texts.topLeft = linesOf(facts.layout.topLeft, facts, texts.whole);
    texts.topRight = linesOf(facts.layout.topRight, facts, texts.whole);
    texts.bottomLeft = linesOf(facts.layout.bottomLeft, facts, texts.whole);
    texts.bottomRight = linesOf(facts.layout.bottomRight, facts, texts.whole);
    texts.topLeft = withoutEmpty(texts.topLeft + QStringList{charactersLine(facts.series)});
    if (facts.frame) {
        const auto defects = defectLines(*facts.frame);
        const auto turn = withoutEmpty({turnLine(facts.turn)});
        const auto attenuation = withoutEmpty({attenuationText(facts.frame->facts().pet)});
        const auto trueSize = trueSizeLines(facts);
        texts.topRight += segmentLines(facts.frame->facts().segmentation);
        texts.bottomLeft = defects + attenuation + lossyLines(*facts.frame) + texts.bottomLeft;
        texts.bottomRight = turn + trueSize + texts.bottomRight;
        texts.whole += defects + attenuation + turn + trueSize;
        texts.edges = imaging::turned(facts.frame->facts().edges, facts.turn);
    }
    return texts;
}

} // namespace simiao::viewer
