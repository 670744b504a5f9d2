#pragma once

#include <QString>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctagkey.h>

#include <span>

class DcmItem;

namespace simiao::dicom {

/// A sequence of which no more items are read than these.
struct SequenceLimit
{
    DcmTagKey sequence;
    unsigned long most = 0;
};

/// The first of these sequences, at any depth, that has more items than are read: "(0070,0001): 4096 of 5000 items". Empty where all are read.
QString cutSequence(DcmItem &dataset, std::span<const SequenceLimit> limits);

} // namespace simiao::dicom
