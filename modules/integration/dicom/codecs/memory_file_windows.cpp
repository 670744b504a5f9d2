#include "integration/dicom/codecs/memory_file.h"

namespace simiao::dicom {

std::FILE *memoryFile()
{
    return std::tmpfile();
}

} // namespace simiao::dicom
