#pragma once

#include "integration/dicom/element_scan.h"
#include "integration/dicom/scanned_value.h"

#include <array>
#include <cmath>
#include <optional>

namespace simiao::dicom {

/// What an ElementScan found of chosen attributes of one file; the bytes stay those of the file.
/// \tparam Attribute  an enumeration from 0, in the order of `kTags`; it numbers them
/// \tparam kTags      ascending, as in a data set
template <typename Attribute, const auto &kTags>
class ScannedValues
{
public:
    bool has(Attribute attribute) const { return !raw(attribute).isEmpty(); }
    QByteArrayView raw(Attribute attribute) const { return m_values[static_cast<std::size_t>(attribute)]; }
    QString code(Attribute attribute) const { return scannedCode(raw(attribute)); }
    std::vector<double> numbers(Attribute attribute) const { return scannedNumbers(raw(attribute)); }

    /// The first of them.
    std::optional<double> number(Attribute attribute) const
    {
        return has(attribute) ? scannedNumber(raw(attribute)) : std::nullopt;
    }
    int integer(Attribute attribute, int otherwise) const
    {
        const auto value = number(attribute);
        return !value || std::abs(*value) > 2e9 ? otherwise : static_cast<int>(*value);
    }

protected:
    /// Keeps it if it is one of those wanted. False where that has VR UN: nobody knows what its bytes mean.
    bool take(const ElementScan::Element &element)
    {
        if (m_next > 0 && kTags[m_next - 1] >= element.tag)
            m_next = 0; // not in the order of a data set
        while (m_next < kTags.size() && kTags[m_next] < element.tag)
            ++m_next;
        if (m_next == kTags.size() || kTags[m_next] != element.tag)
            return true;
        m_values[m_next] = element.value;
        return element.vr[0] != 'U' || element.vr[1] != 'N';
    }

private:
    std::array<QByteArrayView, kTags.size()> m_values;
    std::size_t m_next = 0; ///< the first that does not stand before the last element
};

} // namespace simiao::dicom
