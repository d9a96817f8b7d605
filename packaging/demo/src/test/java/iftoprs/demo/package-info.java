/** Tests of the capture that was written, byte by byte. */
package iftoprs.demo;
