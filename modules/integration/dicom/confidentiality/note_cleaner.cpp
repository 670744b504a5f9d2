#include "integration/dicom/confidentiality/note_cleaner.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/text.h"

#include <QHash>
#include <QRegularExpression>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

std::vector<DcmItem *> allItems(DcmItem &item, const DcmTagKey &tag)
{
    std::vector<DcmItem *> items;
    DcmSequenceOfItems *sequence = nullptr;
    if (item.findAndGetSequence(tag, sequence).bad() || !sequence)
        return items;
    for (auto *one = sequence->nextInContainer(nullptr); one; one = sequence->nextInContainer(one))
        items.push_back(static_cast<DcmItem *>(one));
    return items;
}

/// Of a sequence that must not be empty; without any item it goes.
void removeItem(DcmItem &from, const DcmTagKey &tag, DcmItem *item)
{
    DcmSequenceOfItems *sequence = nullptr;
    if (from.findAndGetSequence(tag, sequence).bad() || !sequence)
        return;
    delete sequence->remove(item);
    if (sequence->card() == 0)
        from.findAndDeleteElement(tag);
}

bool isMeasured(const QString &line)
{
    static const QRegularExpression measured(
        uR"(^[-+]?\d{1,6}([.,]\d{1,4})?( ?[x×] ?\d{1,6}([.,]\d{1,4})?)? ?(mm|cm|mm²|cm²|mm2|cm2|°|deg|HU|px|%)$)"_s);
    return measured.match(line).hasMatch();
}

QByteArray raw(DcmItem &item, const DcmTagKey &tag)
{
    const char *value = nullptr;
    return item.findAndGetString(tag, value).good() && value ? QByteArray(value) : QByteArray();
}

/// The lines that are measured, in the bytes of the object.
QByteArray measuredLines(const QByteArray &text, const DatasetText &reading)
{
    QByteArrayList kept;
    for (const auto &line : text.split('\n')) {
        if (isMeasured(reading.decoded(line.trimmed()).trimmed()))
            kept.append(line.trimmed());
    }
    return kept.join("\r\n");
}

class GraphicCleaner
{
public:
    explicit GraphicCleaner(DcmItem &dataset)
        : m_dataset(dataset)
        , m_text(dataset)
    {
    }

    int clean()
    {
        for (auto *layer : allItems(m_dataset, DCM_GraphicLayerSequence)) {
            rename(*layer);
            layer->findAndDeleteElement(DCM_GraphicLayerDescription);
        }
        for (auto *annotation : allItems(m_dataset, DCM_GraphicAnnotationSequence))
            cleanAnnotation(*annotation);
        m_dataset.findAndDeleteElement(DCM_GraphicGroupSequence);
        // It refers to an overlay, which goes with all of its group.
        if (m_dataset.findAndDeleteElement(DCM_ShutterOverlayGroup).good())
            m_dataset.findAndDeleteElement(DCM_ShutterShape);
        m_dataset.putAndInsertString(DCM_ContentLabel, "ANONYMIZED");
        m_dataset.insertEmptyElement(DCM_ContentDescription, OFTrue);
        return m_texts;
    }

private:
    /// Layers are named by people.
    void rename(DcmItem &item)
    {
        const auto name = raw(item, DCM_GraphicLayer).trimmed();
        if (!m_layers.contains(name))
            m_layers.insert(name, "LAYER" + QByteArray::number(m_layers.size() + 1));
        item.putAndInsertString(DCM_GraphicLayer, m_layers.value(name).constData());
    }

    void cleanAnnotation(DcmItem &annotation)
    {
        rename(annotation);
        for (auto *text : allItems(annotation, DCM_TextObjectSequence))
            cleanText(annotation, *text);
        // Rulers and axes, with texts at their ticks.
        const auto ruled = allItems(annotation, DCM_CompoundGraphicSequence).size();
        m_texts += static_cast<int>(ruled);
        annotation.findAndDeleteElement(DCM_CompoundGraphicSequence);
        for (auto *graphic : allItems(annotation, DCM_GraphicObjectSequence))
            graphic->findAndDeleteElement(DCM_TrackingID);
        const bool isDrawn =
            annotation.tagExists(DCM_GraphicObjectSequence) || annotation.tagExists(DCM_TextObjectSequence);
        if (!isDrawn)
            removeItem(m_dataset, DCM_GraphicAnnotationSequence, &annotation);
    }

    void cleanText(DcmItem &annotation, DcmItem &text)
    {
        const auto words = raw(text, DCM_UnformattedTextValue).trimmed();
        const auto kept = measuredLines(words, m_text);
        if (kept != words)
            ++m_texts;
        if (kept.isEmpty())
            return removeItem(annotation, DCM_TextObjectSequence, &text);
        text.putAndInsertString(DCM_UnformattedTextValue, kept.constData());
        text.findAndDeleteElement(DCM_TrackingID);
    }

    DcmItem &m_dataset;
    const DatasetText m_text;
    QHash<QByteArray, QByteArray> m_layers;
    int m_texts = 0;
};

} // namespace

int cleanGraphics(DcmItem &dataset)
{
    return GraphicCleaner(dataset).clean();
}

int cleanWaveformNotes(DcmItem &dataset)
{
    int texts = 0;
    for (auto *note : allItems(dataset, DCM_WaveformAnnotationSequence)) {
        if (note->findAndDeleteElement(DCM_UnformattedTextValue).good())
            ++texts;
        if (!note->tagExists(DCM_ConceptNameCodeSequence))
            removeItem(dataset, DCM_WaveformAnnotationSequence, note);
    }
    return texts;
}

} // namespace simiao::dicom
