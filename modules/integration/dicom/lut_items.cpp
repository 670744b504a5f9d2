#include "integration/dicom/lut_items.h"

#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kFullTable = 65'536;

/// The data as 16-bit words, whatever VR it has: US, SS, OW, OB or unknown.
std::vector<Uint16> wordsOf(DcmItem &item, const DcmTagKey &data)
{
    DcmElement *element = nullptr;
    if (item.findAndGetElement(data, element).bad())
        return {};
    Uint16 *words = nullptr;
    if (element->getUint16Array(words).good() && words != nullptr)
        return {words, words + element->getLength() / sizeof(Uint16)};
    Sint16 *signedWords = nullptr;
    if (element->getSint16Array(signedWords).good() && signedWords != nullptr)
        return {signedWords, signedWords + element->getLength() / sizeof(Sint16)};
    Uint8 *bytes = nullptr;
    if (element->getUint8Array(bytes).bad() || bytes == nullptr)
        return {};
    std::vector<Uint16> result(element->getLength() / sizeof(Uint16));
    std::memcpy(result.data(), bytes, result.size() * sizeof(Uint16));
    return result;
}

/// Some writers exchange number and first value; the data tell.
bool isExchanged(int count, int first, std::size_t entries)
{
    const auto described = count == 0 ? kFullTable : static_cast<std::size_t>(count);
    const bool arePacked = entries == (described + 1) / 2;
    return described != entries && !arePacked && static_cast<std::size_t>(first) == entries;
}

/// Two entries in each word, the lower one first.
std::vector<double> bytesIn(const std::vector<Uint16> &words)
{
    std::vector<double> entries;
    for (const auto word : words) {
        entries.push_back(word & 0xFF);
        entries.push_back(word >> 8);
    }
    return entries;
}

} // namespace

std::vector<double> tableData(DcmItem &item, const DcmTagKey &data, bool areBytes)
{
    const auto words = wordsOf(item, data);
    return areBytes ? bytesIn(words) : std::vector<double>(words.begin(), words.end());
}

std::optional<DescribedTable> describedTable(DcmItem &item,
                                             const DcmTagKey &descriptor,
                                             const DcmTagKey &data,
                                             bool isSigned)
{
    const auto described = numbers(item, descriptor);
    const auto words = wordsOf(item, data);
    if (described.size() != 3 || words.empty())
        return std::nullopt;
    // US or SS, and often the wrong one of the two.
    int count16 = static_cast<int>(described[0]) & 0xFFFF;
    int first16 = static_cast<int>(described[1]) & 0xFFFF;
    if (isExchanged(count16, first16, words.size()))
        std::swap(count16, first16);
    // Where it was written as SS it is no guess.
    const bool mayBeBelowZero = isSigned || described[1] < 0;
    const auto count = count16 == 0 ? kFullTable : static_cast<std::size_t>(count16);
    const int bits = std::clamp(static_cast<int>(described[2]), 1, 16);

    const bool isPacked = bits <= 8 && words.size() <= (count + 1) / 2;
    std::vector<double> entries = isPacked ? bytesIn(words) : std::vector<double>(words.begin(), words.end());
    entries.resize(std::min(entries.size(), count));
    return DescribedTable{
        .table = {.firstMapped = mayBeBelowZero && first16 > 32'767 ? first16 - 65'536 : first16,
                  .entries = std::move(entries)},
        .bits = bits,
        .stated = count};
}

std::optional<imaging::Defect> tableDefect(DcmItem &item, const QString &sequence)
{
    const auto described = describedTable(item, DCM_LUTDescriptor, DCM_LUTData, false);
    if (described && described->isWhole())
        return std::nullopt;
    const auto words = described ? u"%1 has %2 entries of %3"_s.arg(sequence)
                                       .arg(described->table.entries.size())
                                       .arg(described->stated)
                                 : u"%1 holds no table"_s.arg(sequence);
    return imaging::Defect{u"imaging.pixels-doubtful"_s, words};
}

} // namespace simiao::dicom
