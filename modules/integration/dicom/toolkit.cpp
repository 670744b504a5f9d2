#include "integration/dicom/toolkit.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcobject.h>
#include <dcmtk/oflog/oflog.h>

#include <mutex>

namespace simiao::dicom {

void ensureToolkit()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // Its warnings quote attribute values, which are patient data; our own codes say what went wrong.
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        // Archives write UN for what they do not know; the dictionary often does.
        dcmEnableUnknownVRConversion.set(OFTrue);
    });
}

} // namespace simiao::dicom
