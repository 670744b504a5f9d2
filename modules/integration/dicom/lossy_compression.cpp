#include "integration/dicom/lossy_compression.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/transfer_syntax.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// More steps than this are a mistake.
constexpr std::size_t kMostSteps = 8;

std::vector<QString> methods(DcmItem &dataset)
{
    std::vector<QString> result;
    for (unsigned long i = 0; i < kMostSteps; ++i) {
        auto method = code(dataset, DCM_LossyImageCompressionMethod, i);
        if (method.isEmpty())
            break;
        result.push_back(std::move(method));
    }
    return result;
}

} // namespace

std::optional<imaging::LossyCompression> lossyCompression(StatedLosses stated, bool isLossySyntax)
{
    const bool isSmaller = std::ranges::any_of(stated.ratios, [](double ratio) { return ratio > 1; });
    const bool isStated = stated.flag == u"01"_s || (stated.flag != u"00"_s && isSmaller);
    if (!isStated && !isLossySyntax)
        return std::nullopt;
    std::erase_if(stated.ratios, [](double ratio) { return ratio < 1; });
    stated.ratios.resize(std::min(stated.ratios.size(), kMostSteps));
    stated.methods.resize(std::min(stated.methods.size(), kMostSteps));
    return imaging::LossyCompression{.ratios = std::move(stated.ratios),
                                     .methods = std::move(stated.methods)};
}

std::optional<imaging::LossyCompression> lossyCompression(DcmItem &dataset, const QString &transferSyntax)
{
    return lossyCompression({.flag = code(dataset, DCM_LossyImageCompression),
                             .ratios = numbers(dataset, DCM_LossyImageCompressionRatio),
                             .methods = methods(dataset)},
                            isLossy(transferSyntax));
}

} // namespace simiao::dicom
