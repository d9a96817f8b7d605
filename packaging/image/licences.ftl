Libraries of others in this folder's image, made from what their projects state in their POMs.
The texts of their licences lie beside this file, those of the Java runtime in the folders above.

| artifact | version | licence |
|---|---|---|
<#list dependencyMap as library>
<#if library.key.groupId != "iftoprs">
| ${library.key.groupId}:${library.key.artifactId} | ${library.key.version} | ${library.value?join(" or ")} |
</#if>
</#list>
