#include "integration/dicom/objects/waveform_group.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/objects/coded_concept.h"
#include "integration/dicom/objects/references.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

constexpr int kMostChannels = 256;
/// Half an hour of twelve leads at 1000 Hz.
constexpr std::size_t kMostSamples = std::size_t{32} << 20;

Error misencoded(const QString &detail)
{
    return {.kind = ErrorKind::Invalid, .code = u"waveform.encoding"_s, .detail = detail};
}

/// How a sample is stored (Waveform Bits Allocated and Sample Interpretation).
struct Encoding
{
    int bytes = 2;
    bool isSigned = true;

    double valueAt(std::span<const Uint8> data, std::size_t index) const
    {
        const std::size_t at = index * static_cast<std::size_t>(bytes);
        std::uint32_t word = 0;
        for (int i = 0; i < bytes; ++i)
            word |= std::uint32_t{data[at + static_cast<std::size_t>(i)]} << (8 * i);
        if (!isSigned)
            return word;
        switch (bytes) {
        case 1: return static_cast<std::int8_t>(word);
        case 2: return static_cast<std::int16_t>(word);
        default: return static_cast<std::int32_t>(word);
        }
    }
};

Result<Encoding> encodingOf(DcmItem &item)
{
    const int bits = integer(item, DCM_WaveformBitsAllocated).value_or(16);
    const auto kind = code(item, DCM_WaveformSampleInterpretation);
    const bool isKnown = kind == u"SS"_s || kind == u"US"_s || kind == u"SB"_s || kind == u"UB"_s
        || kind == u"SL"_s || kind == u"UL"_s;
    if ((bits != 8 && bits != 16 && bits != 32) || !isKnown)
        return misencoded(u"%1 bits, %2"_s.arg(bits).arg(kind));
    return Encoding{.bytes = bits / 8, .isSigned = kind.startsWith(u'S')};
}

/// Little endian, whatever the file was.
std::vector<Uint8> bytesOf(DcmItem &item, const DcmTagKey &tag)
{
    DcmElement *element = nullptr;
    if (item.findAndGetElement(tag, element).bad())
        return {};
    Uint16 *words = nullptr;
    if (element->getUint16Array(words).good() && words != nullptr) {
        std::vector<Uint8> bytes;
        bytes.reserve(element->getLength());
        for (std::size_t i = 0; i < element->getLength() / 2; ++i) {
            bytes.push_back(static_cast<Uint8>(words[i]));
            bytes.push_back(static_cast<Uint8>(words[i] >> 8));
        }
        return bytes;
    }
    Uint8 *bytes = nullptr;
    if (element->getUint8Array(bytes).bad() || bytes == nullptr)
        return {};
    return {bytes, bytes + element->getLength()};
}

/// A voltage becomes millivolts; anything else stays as it is.
double millivolts(QString &unit)
{
    struct Volt
    {
        QStringView code;
        double factor;
    };
    static constexpr std::array kVolts{Volt{u"V", 1e3}, Volt{u"mV", 1}, Volt{u"uV", 1e-3}, Volt{u"nV", 1e-6}};
    for (const auto &volt : kVolts) {
        if (volt.code != unit)
            continue;
        unit = u"mV"_s;
        return volt.factor;
    }
    return 1;
}

QString nameOf(DcmItem &definition, const DatasetText &text)
{
    const auto source = codedConcept(definition, DCM_ChannelSourceSequence, text);
    if (const auto lead = leadName(source.value, source.scheme); !lead.isEmpty())
        return lead;
    const auto label = text.of(definition, DCM_ChannelLabel);
    return label.isEmpty() ? source.meaning : label;
}

class Channels
{
public:
    Channels(DcmItem &item, const DatasetText &text, const Encoding &encoding)
        : m_text(text)
        , m_encoding(encoding)
        , m_definitions(itemsOf(item, DCM_ChannelDefinitionSequence))
        , m_data(bytesOf(item, DCM_WaveformData))
        , m_count(static_cast<std::size_t>(integer(item, DCM_NumberOfWaveformChannels).value_or(0)))
        , m_stated(number(item, DCM_NumberOfWaveformSamples).value_or(0))
    {
        const auto padding = bytesOf(item, DCM_WaveformPaddingValue);
        if (padding.size() >= static_cast<std::size_t>(encoding.bytes))
            m_padding = encoding.valueAt(padding, 0);
    }

    bool arePlausible() const { return m_count >= 1 && m_count <= kMostChannels; }

    std::vector<WaveformChannel> read(std::vector<Defect> &defects) const
    {
        const auto there = m_data.size() / static_cast<std::size_t>(m_encoding.bytes) / m_count;
        const auto kept = std::min(
            {there, static_cast<std::size_t>(std::clamp(m_stated, 0.0, 4e9)), kMostSamples / m_count});
        if (static_cast<double>(kept) < m_stated)
            defects.push_back({u"waveform.samples-missing"_s, u"%1 of %2"_s.arg(kept).arg(m_stated)});
        std::vector<WaveformChannel> channels;
        for (std::size_t i = 0; i < m_count; ++i)
            channels.push_back(channel(i, kept));
        return channels;
    }

private:
    WaveformChannel channel(std::size_t index, std::size_t samples) const
    {
        WaveformChannel result{.name = QString::number(index + 1), .unit = {}, .values = {}};
        double factor = 1;
        double baseline = 0;
        if (index < m_definitions.size()) {
            auto &definition = *m_definitions[index];
            result.name = nameOf(definition, m_text);
            result.unit = codedConcept(definition, DCM_ChannelSensitivityUnitsSequence, m_text).value;
            const double unit = millivolts(result.unit);
            factor = unit * number(definition, DCM_ChannelSensitivity).value_or(1)
                * number(definition, DCM_ChannelSensitivityCorrectionFactor).value_or(1);
            baseline = unit * number(definition, DCM_ChannelBaseline).value_or(0);
        }
        result.values.reserve(samples);
        for (std::size_t i = 0; i < samples; ++i) {
            const double stored = m_encoding.valueAt(m_data, i * m_count + index);
            constexpr double kFar = 1e30;
            const double value = std::clamp(stored * factor + baseline, -kFar, kFar);
            result.values.push_back(m_padding && stored == *m_padding
                                        ? std::numeric_limits<float>::quiet_NaN()
                                        : static_cast<float>(value));
        }
        return result;
    }

    const DatasetText &m_text;
    Encoding m_encoding;
    std::vector<DcmItem *> m_definitions;
    std::vector<Uint8> m_data;
    std::size_t m_count;
    double m_stated;
    std::optional<double> m_padding;
};

} // namespace

Result<WaveformGroup> waveformGroup(DcmItem &item, const DatasetText &text, std::vector<Defect> &defects)
{
    TRY(const auto encoding, encodingOf(item));
    const double hertz = number(item, DCM_SamplingFrequency).value_or(0);
    const Channels channels(item, text, encoding);
    if (!channels.arePlausible() || hertz <= 0 || hertz > 1e7)
        return misencoded(u"channels or sampling frequency"_s);
    return WaveformGroup{.label = text.of(item, DCM_MultiplexGroupLabel),
                         .samplingHz = hertz,
                         .channels = channels.read(defects)};
}

QString filterOf(DcmItem &item)
{
    QString common;
    for (auto *definition : itemsOf(item, DCM_ChannelDefinitionSequence)) {
        const auto low = number(*definition, DCM_FilterLowFrequency);
        const auto high = number(*definition, DCM_FilterHighFrequency);
        const auto words = low && high ? u"%1–%2 Hz"_s.arg(*low).arg(*high) : QString();
        if (words.isEmpty() || (!common.isEmpty() && words != common))
            return {};
        common = words;
    }
    return common;
}

} // namespace simiao::dicom
